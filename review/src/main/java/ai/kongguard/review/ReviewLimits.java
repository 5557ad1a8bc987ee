package ai.kongguard.review;

import ai.kongguard.detect.VerdictPolicy;
import java.util.Set;

/**
 * What is undecided, and what a reviewer may make of it. Immutable.
 *
 * @param from lowest score that is escalated, 0-1
 * @param below scores from here on are clear, 0-1, above {@code from}
 * @param monitor the policy's cut-off, below which no reviewer lowers a score
 * @param privateRoutes routes whose requests are never shown to this tier's reviewers
 * @param allowList clients whose requests are not either
 */
public record ReviewLimits(double from, double below, double monitor, Set<String> privateRoutes, AllowList allowList) {

    /** Of 30,000 generated requests each, one benign in 500 and one attack in 28 score from here to a block. */
    public static final double FROM = 0.2;

    /**
     * @throws IllegalArgumentException if the numbers are out of range or order
     */
    public ReviewLimits {
        if (!(0 <= from && from < below && below <= 1)) {
            throw new IllegalArgumentException(
                    "Reviews need 0 <= from < below <= 1, was from=" + from + ", below=" + below);
        }
        if (!(0 <= monitor && monitor <= 1)) {
            throw new IllegalArgumentException("Reviews need 0 <= monitor <= 1, was " + monitor);
        }
        privateRoutes = Set.copyOf(privateRoutes);
    }

    /** From {@link #FROM} to the policy's block; everything is shown. */
    public static ReviewLimits of(VerdictPolicy policy) {
        return new ReviewLimits(FROM, policy.block(), policy.monitor(), Set.of(), AllowList.EMPTY);
    }

    /** Whether a score is neither clearly harmless nor clearly an attack. */
    boolean isUndecided(double score) {
        return score >= from && score < below;
    }
}
