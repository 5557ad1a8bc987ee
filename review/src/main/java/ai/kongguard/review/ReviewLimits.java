package ai.kongguard.review;

import java.util.Set;

/**
 * What is undecided, and what a reviewer may make of it. Immutable.
 *
 * @param from lowest score that is escalated, 0-1
 * @param below scores from here on are clear, 0-1, above {@code from}
 * @param monitor the policy's cut-off, below which no reviewer lowers a score
 * @param privateRoutes routes whose requests are never shown to this tier's reviewers
 */
public record ReviewLimits(double from, double below, double monitor, Set<String> privateRoutes) {}
