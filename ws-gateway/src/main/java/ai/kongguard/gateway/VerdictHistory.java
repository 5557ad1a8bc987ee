package ai.kongguard.gateway;

import ai.kongguard.event.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The newest first answers of the primary tier, for those who come later. Thread-safe. */
public final class VerdictHistory {

    private final String tier;
    private final int size;
    private final List<Verdict> newestLast = new ArrayList<>();

    /** Keeps {@code size} verdicts, from 0, of {@code tier}. */
    public VerdictHistory(String tier, int size) {
        this.tier = tier;
        this.size = size;
    }

    /** Takes a verdict in; those of other tiers and second opinions are left out. */
    public synchronized void add(Verdict verdict) {
        if (verdict.revision() != 0 || !verdict.tier().equals(tier)) {
            return;
        }
        // Partitions are read one after the other, so the first ones come out of order.
        int at = newestLast.size();
        while (at > 0 && newestLast.get(at - 1).judgedAt().isAfter(verdict.judgedAt())) {
            at--;
        }
        newestLast.add(at, verdict);
        if (newestLast.size() > size) {
            newestLast.remove(0);
        }
    }

    /** What is kept now, oldest first. */
    public synchronized List<Verdict> oldestFirst() {
        return List.copyOf(newestLast);
    }
}
