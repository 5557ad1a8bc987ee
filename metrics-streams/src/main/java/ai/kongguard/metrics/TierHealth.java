package ai.kongguard.metrics;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a tier, and for the tier without a judge the sources of its events, keep up. Immutable.
 *
 * @param lag records that wait for the tier; null when not known
 * @param lagging whether those are too many; null when not known
 * @param silentSince since when there is traffic and the tier says nothing; null when that is not so
 * @param silentOrigins origins that fell silent, and when the last of their events came
 */
record TierHealth(
        @Nullable Long lag,
        @Nullable Boolean lagging,
        @Nullable Instant silentSince,
        Map<String, Instant> silentOrigins) {

    /** Nothing is to be said. */
    static final TierHealth UNKNOWN = new TierHealth(null, null, null, Map.of());
}
