package ai.kongguard.benchmarks.fanout;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What all clients of a process received since it was reset. Used by one thread. */
final class Tally {

    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final Histogram latency = new Histogram(LONGEST_NANOS, 3);
    private final Map<String, Integer> closes = new TreeMap<>();
    private long frames;
    private long bytes;
    private long stampedBytes;
    private int closed;

    /** {@code sentNanos} is 0 for a frame that does not say. */
    void frame(int length, long sentNanos, long now) {
        frames++;
        bytes += length;
        if (sentNanos != 0) {
            stampedBytes = length;
            latency.recordValue(Math.min(LONGEST_NANOS, Math.max(0, now - sentNanos)));
        }
    }

    /** The rest of a frame that came in parts. */
    void continued(int length) {
        bytes += length;
    }

    void close(String why) {
        closed++;
        closes.merge(why, 1, Integer::sum);
    }

    void reset() {
        latency.reset();
        frames = 0;
        bytes = 0;
    }

    @Override
    public String toString() {
        Received received = new Received(
                frames,
                latency.getTotalCount(),
                bytes,
                stampedBytes,
                latency.getValueAtPercentile(50),
                latency.getValueAtPercentile(99),
                latency.getMaxValue(),
                closed);
        return received.line() + (closes.isEmpty() ? "" : " " + closes);
    }
}
