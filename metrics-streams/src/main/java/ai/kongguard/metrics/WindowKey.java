package ai.kongguard.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.MetricsWindow;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Names a window in a store. As bytes it sorts by size, then start, then tier, so that the windows which are over lie
 * together.
 *
 * @param tier whose verdicts
 * @param sizeMs length; {@link MetricsWindow#TOTAL} for the total
 * @param startMs first millisecond, 0 for the total
 */
record WindowKey(String tier, long sizeMs, long startMs) {

    /** The tumbling windows that every verdict falls into, shortest first. */
    static final List<Long> SIZES = List.of(
            Duration.ofSeconds(1).toMillis(),
            Duration.ofSeconds(10).toMillis(),
            Duration.ofMinutes(1).toMillis());

    /** The unit that is counted per partition; every longer window is a whole number of these. */
    static final long SECOND = SIZES.get(0);

    static WindowKey at(String tier, long sizeMs, long timeMs) {
        return new WindowKey(tier, sizeMs, Math.floorDiv(timeMs, sizeMs) * sizeMs);
    }

    static WindowKey total(String tier) {
        return new WindowKey(tier, MetricsWindow.TOTAL, 0);
    }

    static Serde<WindowKey> serde() {
        return Serdes.serdeFrom((topic, key) -> key.toBytes(), (topic, bytes) -> fromBytes(bytes));
    }

    private byte[] toBytes() {
        byte[] name = tier.getBytes(UTF_8);
        return ByteBuffer.allocate(2 * Long.BYTES + name.length)
                .putLong(sizeMs)
                .putLong(startMs)
                .put(name)
                .array();
    }

    private static WindowKey fromBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long sizeMs = buffer.getLong();
        long startMs = buffer.getLong();
        return new WindowKey(new String(bytes, buffer.position(), buffer.remaining(), UTF_8), sizeMs, startMs);
    }
}
