package ai.kongguard.gateway.stream;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** The newest verdicts, so that a short absence costs no reading of Kafka. Used under the hub's lock. */
final class RecentVerdicts {

    private final int size;
    private final Queue<Piece> oldestFirst = new ArrayDeque<>();
    private final Map<Integer, Long> from = new HashMap<>();
    private boolean placed;

    /** Keeps so many, from 0. */
    RecentVerdicts(int size) {
        this.size = size;
    }

    /** All records from here on will be added; before it nothing is known. Partitions of later calls are new. */
    void startAt(Cursor start) {
        if (!placed) {
            placed = true;
            from.putAll(start.offsets());
        }
    }

    void add(Piece piece) {
        oldestFirst.add(piece);
        if (oldestFirst.size() > size) {
            PositionedVerdict dropped = oldestFirst.remove().at();
            from.put(dropped.partition(), dropped.offset() + 1);
        }
    }

    /** Whether all that came after this place is here. */
    boolean reachesBackTo(Cursor cursor) {
        return placed && from.entrySet().stream().allMatch(at -> at.getValue() <= cursor.next(at.getKey()));
    }

    /** What came after this place, oldest first. */
    List<Piece> after(Cursor cursor) {
        return oldestFirst.stream()
                .filter(piece -> piece.at().offset() >= cursor.next(piece.at().partition()))
                .toList();
    }
}
