package ai.kongguard.gateway.deadletters;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Dead letters since an instant: the newest ones, and how many there were for which reason. Bounded; thread-safe. */
public final class DeadLetters {

    /** Letters that are kept. */
    public static final int NEWEST = 500;

    /** Reasons that are told apart. */
    public static final int REASONS = 50;

    /** Source and reason of what is counted together because its own reason is too rare. */
    public static final String OTHER = "other";

    private static final Comparator<Reason> MOST_FREQUENT_FIRST = Comparator.comparingLong(Reason::count)
            .thenComparing(Reason::lastAt)
            .reversed()
            .thenComparing(Reason::source)
            .thenComparing(Reason::reason);

    private final Instant since;
    private final Deque<Letter> newest = new ArrayDeque<>();
    private final Map<Kind, Reason> reasons = new HashMap<>();
    private long count;

    private record Kind(String source, String reason) {}

    /**
     * Letters of one source for one reason.
     *
     * @param source who sent the bytes
     * @param reason with a sign for each number
     * @param count since this was told apart, at least 1
     * @param lastAt the latest time of one
     */
    public record Reason(String source, String reason, long count, Instant lastAt) {

        private Reason with(long more, Instant at) {
            return new Reason(source, reason, count + more, at.isAfter(lastAt) ? at : lastAt);
        }
    }

    /**
     * All of it at one moment.
     *
     * @param since from when on letters are counted
     * @param count of all of them
     * @param reasons most frequent first; they add up to the count
     * @param newest newest first
     */
    public record Report(Instant since, long count, List<Reason> reasons, List<Letter> newest) {}

    public DeadLetters(Instant since) {
        this.since = since;
    }

    /** From when on letters are counted. */
    public Instant since() {
        return since;
    }

    /** One more was read; the order of calls is the order of the topic. */
    public synchronized void add(Letter letter) {
        count++;
        newest.addFirst(letter);
        if (newest.size() > NEWEST) {
            newest.removeLast();
        }
        count(letter.source(), letter.kind(), 1, letter.at());
        if (reasons.size() > REASONS) {
            Reason rarest = reasons.values().stream()
                    .filter(reason -> !isOther(reason) && !isOf(reason, letter))
                    .max(MOST_FREQUENT_FIRST)
                    .orElseThrow();
            reasons.remove(new Kind(rarest.source, rarest.reason));
            count(OTHER, OTHER, rarest.count, rarest.lastAt);
        }
    }

    /** With at most {@code limit} letters. */
    public synchronized Report report(int limit) {
        List<Letter> letters = new ArrayList<>();
        for (Iterator<Letter> each = newest.iterator(); each.hasNext() && letters.size() < limit; ) {
            letters.add(each.next());
        }
        return new Report(
                since,
                count,
                reasons.values().stream().sorted(MOST_FREQUENT_FIRST).toList(),
                letters);
    }

    private void count(String source, String reason, long more, Instant at) {
        Kind kind = new Kind(source, reason);
        Reason before = reasons.get(kind);
        reasons.put(kind, before == null ? new Reason(source, reason, more, at) : before.with(more, at));
    }

    private static boolean isOther(Reason reason) {
        return reason.source.equals(OTHER) && reason.reason.equals(OTHER);
    }

    /** A reason that is new has to stay a while, or it could never become frequent. */
    private static boolean isOf(Reason reason, Letter letter) {
        return reason.source.equals(letter.source()) && reason.reason.equals(letter.kind());
    }
}
