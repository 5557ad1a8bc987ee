package ai.kongguard.recording;

import org.jspecify.annotations.Nullable;

/**
 * A header of a record. Names may come again, and their order counts.
 *
 * @param name never null
 * @param value null when the header has none; shared, not to be changed
 */
public record RecordedHeader(String name, byte @Nullable [] value) {}
