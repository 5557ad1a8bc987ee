package ai.kongguard.gateway.stream;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** The newest verdicts, so that neither history nor a short absence costs reading Kafka. Used under the hub's lock. */
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
            start.offsets().forEach((partition, offset) -> from.merge(partition, offset, Math::max));
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

    /**
     * The newest that match, oldest first: at most {@code most} of them, and together at most {@code bytes} long. Those of
     * one partition are in its order.
     */
    List<Piece> newest(StreamFilter filter, int most, long bytes) {
        List<Piece> wanted = most == 0 ? List.of() : StreamGroup.wantedOf(filter, inTime());
        int from = wanted.size();
        long room = bytes;
        while (from > 0 && wanted.size() - from < most) {
            room -= wanted.get(from - 1).json().length();
            if (room < 0) {
                break;
            }
            from--;
        }
        return wanted.subList(from, wanted.size());
    }

    /** What was there at the start was read partition by partition. */
    private List<Piece> inTime() {
        record Timed(Instant at, Piece piece) {}

        Map<Integer, Instant> reached = new HashMap<>();
        List<Timed> timed = new ArrayList<>(oldestFirst.size());
        for (Piece piece : oldestFirst) {
            // Never earlier than the one before it in its partition, whatever the clocks of two analyzers say.
            Instant judged = piece.verdict().judgedAt();
            Instant at =
                    reached.merge(piece.at().partition(), judged, (before, now) -> now.isAfter(before) ? now : before);
            timed.add(new Timed(at, piece));
        }
        timed.sort(Comparator.comparing(Timed::at));
        return timed.stream().map(Timed::piece).toList();
    }
}
