package ai.kongguard.replay.compare;

import ai.kongguard.recording.RecordedHeader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait for recorded verdicts, and verdicts for their event, whichever comes first. Keeps a bounded number;
 * what waits longest is given up and counted. One thread.
 */
final class Pairs {

    private final int capacity;
    private final Consumer<ComparedEvent> each;
    private final Map<String, Pair> waiting = new LinkedHashMap<>();
    private long eventsGivenUp;
    private long verdictsGivenUp;

    /**
     * @param each gets every event of which both opinions are known
     */
    Pairs(int capacity, Consumer<ComparedEvent> each) {
        this.capacity = capacity;
        this.each = each;
    }

    void event(
            String eventId,
            long record,
            List<RecordedHeader> headers,
            @Nullable Opinion base,
            @Nullable Opinion candidate) {
        if (base != null && candidate != null) {
            each.accept(new ComparedEvent(record, eventId, headers, base, candidate));
            return;
        }
        Pair pair = pair(eventId);
        pair.record = record;
        pair.headers = headers;
        pair.base = base == null ? pair.base : base;
        pair.candidate = candidate == null ? pair.candidate : candidate;
        settle(eventId, pair);
    }

    /** The first counts: those after it are second opinions, or copies. */
    void verdict(String eventId, boolean ofBase, boolean ofCandidate, Opinion opinion) {
        Pair pair = pair(eventId);
        if (ofBase && pair.base == null) {
            pair.base = opinion;
        }
        if (ofCandidate && pair.candidate == null) {
            pair.candidate = opinion;
        }
        settle(eventId, pair);
    }

    /** Gives up all that still waits. */
    void end() {
        waiting.values().forEach(this::giveUp);
        waiting.clear();
    }

    long eventsGivenUp() {
        return eventsGivenUp;
    }

    long verdictsGivenUp() {
        return verdictsGivenUp;
    }

    private Pair pair(String eventId) {
        Pair pair = waiting.computeIfAbsent(eventId, id -> new Pair());
        if (waiting.size() > capacity) {
            var eldest = waiting.entrySet().iterator();
            giveUp(eldest.next().getValue());
            eldest.remove();
        }
        return pair;
    }

    private void settle(String eventId, Pair pair) {
        List<RecordedHeader> headers = pair.headers;
        Opinion base = pair.base;
        Opinion candidate = pair.candidate;
        if (headers != null && base != null && candidate != null) {
            waiting.remove(eventId);
            each.accept(new ComparedEvent(pair.record, eventId, headers, base, candidate));
        }
    }

    private void giveUp(Pair pair) {
        if (pair.headers == null) {
            verdictsGivenUp++;
        } else {
            eventsGivenUp++;
        }
    }

    private static final class Pair {
        long record;
        /** Null until the event came. */
        @Nullable List<RecordedHeader> headers;

        @Nullable Opinion base;

        @Nullable Opinion candidate;
    }
}
