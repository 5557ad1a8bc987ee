package ai.kongguard.replay.convert;

import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.RecordingWriter;
import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Puts records in order of time that are a little out of it, as in logs that are written when a request ends. One that is
 * further behind is written late; a replay sends it when it comes to it. One thread.
 */
final class ReorderBuffer {

    static final int RECORDS = 10_000;
    private static final long BYTES = 32L * 1024 * 1024;

    private final RecordingWriter writer;
    private final PriorityQueue<RecordedRecord> waiting = new PriorityQueue<>(
            Comparator.comparingLong(RecordedRecord::timestamp).thenComparingLong(RecordedRecord::offset));
    private long bytes;

    ReorderBuffer(RecordingWriter writer) {
        this.writer = writer;
    }

    void add(RecordedRecord record) throws IOException {
        waiting.add(record);
        bytes += size(record);
        while (waiting.size() > RECORDS || bytes > BYTES) {
            writeFirst();
        }
    }

    void flush() throws IOException {
        while (!waiting.isEmpty()) {
            writeFirst();
        }
    }

    private void writeFirst() throws IOException {
        RecordedRecord first = waiting.remove();
        bytes -= size(first);
        writer.write(first);
    }

    private static long size(RecordedRecord record) {
        byte[] value = record.value();
        return 200L + (value == null ? 0 : value.length);
    }
}
