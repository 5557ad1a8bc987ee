package ai.kongguard.gateway.kafka;

import org.jspecify.annotations.Nullable;

/** What a {@link TopicReader} reads for. Called by its thread only. */
public interface RecordReceiver {

    /**
     * Takes one committed record; a value that is no record is counted, not thrown.
     *
     * @param key null when the record has none
     * @param value null for a tombstone
     * @param live whether it was written after the reader started
     * @throws InterruptedException if the thread was told to stop while it waited for room
     */
    void receive(@Nullable String key, byte @Nullable [] value, boolean live) throws InterruptedException;

    /** Whether the end of the topic, now that it was reached, held what is needed; else all of it is read. */
    default boolean isSatisfied() {
        return true;
    }
}
