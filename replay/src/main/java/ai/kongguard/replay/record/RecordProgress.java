package ai.kongguard.replay.record;

/**
 * How far a recording is.
 *
 * @param read records looked at
 * @param records written
 * @param bytes of the file
 * @param of records there are to look at, about; 0 when that is not known, as with {@code follow}
 */
public record RecordProgress(long read, long records, long bytes, long of) {}
