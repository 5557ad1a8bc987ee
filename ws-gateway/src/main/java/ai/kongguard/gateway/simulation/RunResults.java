package ai.kongguard.gateway.simulation;

import ai.kongguard.event.MetricsWindow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each tier made of the requests of a run. Thread-safe. */
public interface RunResults {

    /** The tier without a judge: everything passes. */
    String UNPROTECTED = MetricsWindow.UNPROTECTED;

    /** The results so far; of an unknown run there are none. */
    Results of(long runId);

    /**
     * Results of one run.
     *
     * @param requests counted
     * @param attacks of these
     * @param tiers by name
     * @param types by wire name: requests of each true type that the primary tier judged
     */
    record Results(long requests, long attacks, Map<String, Tally> tiers, Map<String, TypeTally> types) {

        /** Nothing was counted. */
        static final Results NONE = new Results(0, 0, Map.of(), Map.of());
    }

    /**
     * What one tier made of a run.
     *
     * @param requests judged
     * @param blocked of these, blocked or rate-limited
     * @param attacks judged
     * @param attacksBlocked of these, blocked or rate-limited
     * @param benign judged
     * @param benignBlocked of these, blocked or rate-limited
     * @param meanMillis from ingest to verdict; null when nothing was judged, as are the other means
     * @param meanScore 0-1
     * @param meanConfidence 0-1
     */
    record Tally(
            long requests,
            long blocked,
            long attacks,
            long attacksBlocked,
            long benign,
            long benignBlocked,
            @Nullable Double meanMillis,
            @Nullable Double meanScore,
            @Nullable Double meanConfidence) {

        /** Of a tier that judged nothing. */
        public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, null, null, null);

        /** Blocked attacks in percent; null when there was no attack. */
        public @Nullable Double detectionRate() {
            return attacks == 0 ? null : 100.0 * attacksBlocked / attacks;
        }

        /** Blocked benign requests in percent; null when there was none. */
        public @Nullable Double falsePositiveRate() {
            return benign == 0 ? null : 100.0 * benignBlocked / benign;
        }

        /** Attacks let through in percent; null when there was no attack. */
        public @Nullable Double falseNegativeRate() {
            return attacks == 0 ? null : 100.0 - 100.0 * attacksBlocked / attacks;
        }
    }

    /**
     * Requests of one true type.
     *
     * @param blocked of these, blocked or rate-limited
     * @param meanScore 0-1; null when not known
     */
    record TypeTally(long requests, long blocked, @Nullable Double meanScore) {}

    /** The tiers a run reports, in this order, even those that judged nothing. */
    static List<String> reported(List<String> chosen, Map<String, Tally> counted) {
        return chosen.isEmpty() ? List.copyOf(counted.keySet()) : chosen;
    }
}
