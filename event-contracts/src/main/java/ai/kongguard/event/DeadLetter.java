package ai.kongguard.event;

/** The headers of a record in {@link Topics#DEAD_LETTERS}; its value is the raw bytes that could not be read. */
public final class DeadLetter {

    /** Why, in words that name the field; UTF-8. */
    public static final String REASON = "kg-reason";

    /** Who sent the bytes: {@code kong}, or the topic they were read from; UTF-8. Also the record's key. */
    public static final String SOURCE = "kg-source";

    /** Where they stood: {@code element 3} of a batch, or {@code partition-offset} of a topic; UTF-8. */
    public static final String POSITION = "kg-position";

    /** Whether the value was cut to the configured bound: {@code true} or absent; UTF-8. */
    public static final String TRUNCATED = "kg-truncated";

    private DeadLetter() {}
}
