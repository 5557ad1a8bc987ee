package ai.kongguard.event;

/**
 * How far a recording is. Immutable.
 *
 * @param read records looked at
 * @param of records there are to look at, about
 * @param records written
 * @param bytes of the file
 */
public record RecordingProgress(long read, long of, long records, long bytes) {

    public RecordingProgress {
        Required.notNegative("read", read);
        Required.notNegative("of", of);
        Required.notNegative("records", records);
        Required.notNegative("bytes", bytes);
    }
}
