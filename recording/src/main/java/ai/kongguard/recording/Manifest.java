package ai.kongguard.recording;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a recording says of itself, before its first record.
 *
 * @param version of the format, {@link #VERSION} when written by this release
 * @param createdAt when it was begun, to the millisecond
 * @param createdBy program and release
 * @param source where the records came from: {@code kafka}, {@code har}, {@code kong} ...
 * @param topics the names of the topics whose records may be in it
 * @param selection what was asked for, by name; for people
 * @param anonymised whether client addresses were replaced
 */
public record Manifest(
        int version,
        Instant createdAt,
        String createdBy,
        String source,
        List<String> topics,
        Map<String, String> selection,
        boolean anonymised) {

    /** The version that this release writes, and the newest that it reads. */
    public static final int VERSION = 1;

    public Manifest {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        topics = List.copyOf(topics);
        selection = Collections.unmodifiableMap(new LinkedHashMap<>(selection));
    }
}
