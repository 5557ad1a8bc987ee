package ai.kongguard.gateway.simulation;

import ai.kongguard.event.ThreatType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each tier made of the requests of a run, counted from records. Thread-safe. */
public interface RunResults {

    /** The tier without a judge: everything passes. */
    String UNPROTECTED = "unprotected";

    /** The results so far; of an unknown run there are none. */
    Results of(long runId);

    /** What an event of a run really is; null when its record was not read or is forgotten. */
    @Nullable ThreatType truthOf(String eventId);

    /**
     * Results of one run.
     *
     * @param requests read from the traffic topic
     * @param attacks of these
     * @param tiers by name
     * @param types by wire name: requests of each true type, and what the primary tier made of them
     */
    record Results(long requests, long attacks, Map<String, Tally> tiers, Map<String, Tally> types) {}

    /**
     * Verdicts added up.
     *
     * @param attacks judged
     * @param attacksBlocked of these, blocked or rate-limited
     * @param benign judged
     * @param benignBlocked of these, blocked or rate-limited
     * @param millis sum of the times from ingest to verdict
     * @param score sum
     * @param confidence sum
     */
    record Tally(
            long attacks,
            long attacksBlocked,
            long benign,
            long benignBlocked,
            double millis,
            double score,
            double confidence) {

        static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

        /** Requests judged. */
        public long requests() {
            return attacks + benign;
        }

        /** Requests blocked or rate-limited. */
        public long blocked() {
            return attacksBlocked + benignBlocked;
        }

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

        /** This sum over the requests; null when there was none. */
        public @Nullable Double mean(double sum) {
            return requests() == 0 ? null : sum / requests();
        }

        Tally plus(Tally other, int sign) {
            return new Tally(
                    attacks + sign * other.attacks,
                    attacksBlocked + sign * other.attacksBlocked,
                    benign + sign * other.benign,
                    benignBlocked + sign * other.benignBlocked,
                    millis + sign * other.millis,
                    score + sign * other.score,
                    confidence + sign * other.confidence);
        }
    }

    /** The tiers a run reports, in this order, even those that judged nothing. */
    static List<String> reported(List<String> chosen, Map<String, Tally> counted) {
        return chosen.isEmpty() ? List.copyOf(counted.keySet()) : chosen;
    }
}
