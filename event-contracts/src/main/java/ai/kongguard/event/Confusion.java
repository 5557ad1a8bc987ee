package ai.kongguard.event;

import org.jspecify.annotations.Nullable;

/**
 * How often a tier was right about labelled events: an event is caught when its action is {@code block} or
 * {@code rate_limit}, and nothing else counts as caught. Immutable.
 *
 * @param truePositives attacks that were caught
 * @param falsePositives benign events that were caught
 * @param trueNegatives benign events that were let through
 * @param falseNegatives attacks that were let through
 */
public record Confusion(long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {

    /** Labelled events counted. */
    public long labelled() {
        return truePositives + falsePositives + trueNegatives + falseNegatives;
    }

    /** Share of the caught that were attacks, 0-1; null when nothing was caught. */
    public @Nullable Double precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    /** Share of the attacks that were caught, 0-1; null without attacks. */
    public @Nullable Double recall() {
        return ratio(truePositives, truePositives + falseNegatives);
    }

    /** Share of the benign events that were caught, 0-1; null without benign events. */
    public @Nullable Double falsePositiveRate() {
        return ratio(falsePositives, falsePositives + trueNegatives);
    }

    /** Share of all events that were decided rightly, 0-1; null without labels. */
    public @Nullable Double accuracy() {
        return ratio(truePositives + trueNegatives, labelled());
    }

    /** Mean of the shares of attacks and of benign events that were decided rightly, 0-1; null unless both exist. */
    public @Nullable Double balancedAccuracy() {
        Double recall = recall();
        Double falsePositiveRate = falsePositiveRate();
        return recall == null || falsePositiveRate == null ? null : (recall + 1 - falsePositiveRate) / 2;
    }

    private static @Nullable Double ratio(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
