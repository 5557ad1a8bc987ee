package ai.kongguard.detect;

import ai.kongguard.event.Finding;
import java.util.Comparator;
import java.util.List;

/** Adds findings up. Pure. */
final class Scorer {

    /** More evidence than a person reads. */
    static final int MAX_FINDINGS = 10;

    private static final double CORROBORATION = 0.03;
    private static final double MAX_SCORE = 0.99;

    private Scorer() {}

    /** The strongest findings, strongest first; among equals the one found first. */
    static List<Finding> strongest(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparingDouble(Finding::weight).reversed())
                .limit(MAX_FINDINGS)
                .toList();
    }

    /**
     * A score, 0-1, for findings sorted by {@link #strongest}. The strongest decides; others of the same type raise it
     * a little. Weak findings never add up to a block: a long text holds many of them by accident.
     */
    static double score(List<Finding> strongest) {
        if (strongest.isEmpty()) {
            return 0;
        }
        Finding first = strongest.get(0);
        long others = strongest.stream()
                .skip(1)
                .filter(finding -> finding.type() == first.type() && finding.weight() >= first.weight() / 2)
                .count();
        double ceiling = first.weight() < 0.5 ? 0.5 : MAX_SCORE;
        return Math.min(ceiling, first.weight() + CORROBORATION * others);
    }
}
