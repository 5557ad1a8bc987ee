package ai.kongguard.gateway.stream;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** The newest verdicts, so that a short absence costs no reading of Kafka. Used under the hub's lock. */
final class RecentVerdicts {

    private final int size;
    private final Queue<Piece> oldestFirst = new ArrayDeque<>();
    private Cursor from = Cursor.START;
    private boolean placed;

    /** Keeps so many, from 0. */
    RecentVerdicts(int size) {
        this.size = size;
    }

    /** All records from here on will be added; before it nothing is known. Partitions of later calls are new. */
    void startAt(Cursor start) {
        if (!placed) {
            placed = true;
            from = start;
        }
    }

    void add(Piece piece) {
        oldestFirst.add(piece);
        if (oldestFirst.size() > size) {
            PositionedVerdict dropped = oldestFirst.remove().at();
            from = from.past(dropped.partition(), dropped.offset());
        }
    }

    /** Whether all that came after this place is here. */
    boolean reachesBackTo(Cursor cursor) {
        return placed && !from.isAheadOf(cursor);
    }

    /** What came after this place, oldest first. */
    List<Piece> after(Cursor cursor) {
        return oldestFirst.stream()
                .filter(piece -> piece.at().offset() >= cursor.next(piece.at().partition()))
                .toList();
    }
}
