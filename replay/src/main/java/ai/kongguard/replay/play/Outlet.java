package ai.kongguard.replay.play;

import ai.kongguard.recording.RecordedRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where played records go. {@link #send} is called by one thread, the counts by any. */
public interface Outlet extends AutoCloseable {

    /** Connects, so that the first record does not wait for that. */
    default void prepare() {}

    /**
     * Sends a record, and may wait for room.
     *
     * @param loop which time it is played, from 0
     * @param due when it is due
     * @return whether it is sent, or tried to be; false when this outlet leaves such records out
     */
    boolean send(RecordedRecord record, int loop, Instant due);

    /** Waits until each record that was sent is acknowledged or failed. */
    void flush();

    /** What became of the records so far. */
    Tally tally();

    @Override
    void close();

    /**
     * What became of records.
     *
     * @param sent acknowledged
     * @param attacks of those, labelled as attacks
     * @param errors not acknowledged
     * @param lastError null without errors
     */
    record Tally(long sent, long attacks, long errors, @Nullable String lastError) {}
}
