package ai.kongguard.replay.play;

import ai.kongguard.recording.Block;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.Recording;
import ai.kongguard.recording.RecordingIndex;
import ai.kongguard.recording.RecordingReader;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A place in a recording, from which it is read on. One thread. */
final class Cursor implements Closeable {

    private final RecordingReader reader;
    private @Nullable RecordedRecord found;

    private Cursor(RecordingReader reader) {
        this.reader = reader;
    }

    static Cursor atStart(Recording recording) throws IOException {
        return new Cursor(recording.read());
    }

    /** Before the first record of this time, epoch milliseconds, or later. */
    static Cursor atTime(Recording recording, long timestamp) throws IOException {
        RecordingIndex index = recording.index();
        Block block = index == null ? null : index.blockAt(timestamp);
        return open(recording, block).skip(cursor -> cursor.timestamp() < timestamp);
    }

    /** Before the record of this number, from 0. */
    static Cursor atRecord(Recording recording, long number) throws IOException {
        RecordingIndex index = recording.index();
        Block last = null;
        if (index != null) {
            for (Block block : index.blocks()) {
                last = block.firstRecord() <= number ? block : last;
            }
        }
        return open(recording, last).skip(cursor -> cursor.position() < number);
    }

    private static Cursor open(Recording recording, @Nullable Block block) throws IOException {
        return new Cursor(block == null ? recording.read() : recording.readFrom(block));
    }

    private Cursor skip(java.util.function.Predicate<Cursor> before) throws IOException {
        try {
            found = reader.next();
            while (found != null && before.test(this)) {
                found = reader.next();
            }
            return this;
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private long timestamp() {
        return found == null ? Long.MAX_VALUE : found.timestamp();
    }

    /** The next record; null after the last. */
    @Nullable RecordedRecord next() throws IOException {
        RecordedRecord next = found;
        if (next != null) {
            found = null;
            return next;
        }
        return reader.next();
    }

    /** The number, from 0, of the record that {@link #next} gives. */
    long position() {
        return found == null ? reader.position() : reader.position() - 1;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
