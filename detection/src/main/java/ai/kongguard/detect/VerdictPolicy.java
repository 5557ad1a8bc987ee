package ai.kongguard.detect;

import ai.kongguard.event.Action;

/**
 * The scores from which each action is asked for. Immutable.
 *
 * @param block 0-1
 * @param rateLimit 0-1, at most {@code block}
 * @param monitor 0-1, at most {@code rateLimit}
 */
public record VerdictPolicy(double block, double rateLimit, double monitor) {

    /**
     * @throws IllegalArgumentException if the cut-offs are out of range or order
     */
    public VerdictPolicy {
        if (!(0 <= monitor && monitor <= rateLimit && rateLimit <= block && block <= 1)) {
            throw new IllegalArgumentException("The policy needs 0 <= monitor <= rate-limit <= block <= 1, was monitor="
                    + monitor + ", rate-limit=" + rateLimit + ", block=" + block);
        }
    }

    /** 0.8, 0.6 and 0.3. */
    public static VerdictPolicy defaults() {
        return new VerdictPolicy(0.8, 0.6, 0.3);
    }

    /** What a score, 0-1, asks for. */
    public Action actionFor(double score) {
        if (score >= block) {
            return Action.BLOCK;
        }
        if (score >= rateLimit) {
            return Action.RATE_LIMIT;
        }
        return score >= monitor ? Action.MONITOR : Action.ALLOW;
    }
}
