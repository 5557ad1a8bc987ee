package ai.kongguard.metrics;

import org.jspecify.annotations.Nullable;

/** Tells how many records wait for a tier. From any thread. */
interface GroupLag {

    /** Nothing is known of any tier. */
    GroupLag UNKNOWN = tier -> null;

    /** Records that wait for the tier's analyzers, or for metrics itself in the tier without any; null when not known. */
    @Nullable Long of(String tier);
}
