package ai.kongguard.metrics;

import ai.kongguard.event.Action;
import ai.kongguard.event.ThreatType;
import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.encoding.Input;
import com.datadoghq.sketch.ddsketch.encoding.VarEncodingHelper;
import com.datadoghq.sketch.ddsketch.store.CollapsingLowestDenseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The stored form of an aggregate: a version, varints for the counts by their enums' wire position, and the sketch's
 * own encoding. Enums only ever grow at their end; a store written by an older release reads as zero there.
 */
final class WindowAggregateSerde {

    private static final byte VERSION = 1;
    private static final int MAX_BINS = 2048;

    private WindowAggregateSerde() {}

    static Serde<WindowAggregate> serde() {
        return Serdes.serdeFrom((topic, value) -> encode(value), (topic, bytes) -> decode(bytes));
    }

    static byte[] encode(DDSketch sketch) {
        try {
            GrowingByteArrayOutput output = GrowingByteArrayOutput.withDefaultInitialCapacity();
            sketch.encode(output, false);
            return output.trimmedCopy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encode(WindowAggregate aggregate) {
        try {
            GrowingByteArrayOutput output = GrowingByteArrayOutput.withInitialCapacity(256);
            output.writeByte(VERSION);
            VarEncodingHelper.encodeUnsignedVarLong(output, aggregate.requests);
            VarEncodingHelper.encodeUnsignedVarLong(output, aggregate.late);
            output.writeLongLE(aggregate.firstMs);
            output.writeDoubleLE(aggregate.latencySumMs);
            writeCounts(output, aggregate.actions);
            writeCounts(output, aggregate.types);
            aggregate.latency.encode(output, false);
            return output.trimmedCopy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("NullAway") // a deleted key has no bytes and stands for no aggregate
    private static WindowAggregate decode(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            ByteArrayInput input = ByteArrayInput.wrap(bytes);
            byte version = input.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("Aggregate of version " + version + ", this release reads " + VERSION
                        + ": start metrics-streams with another kongguard.kafka.topic-prefix");
            }
            long requests = VarEncodingHelper.decodeUnsignedVarLong(input);
            long late = VarEncodingHelper.decodeUnsignedVarLong(input);
            long firstMs = input.readLongLE();
            double latencySumMs = input.readDoubleLE();
            long[] actions = readCounts(input, Action.values().length);
            long[] types = readCounts(input, ThreatType.values().length);
            WindowAggregate aggregate =
                    new WindowAggregate(DDSketch.decode(input, () -> new CollapsingLowestDenseStore(MAX_BINS)));
            aggregate.requests = requests;
            aggregate.late = late;
            aggregate.firstMs = firstMs;
            aggregate.latencySumMs = latencySumMs;
            System.arraycopy(actions, 0, aggregate.actions, 0, actions.length);
            System.arraycopy(types, 0, aggregate.types, 0, types.length);
            return aggregate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeCounts(GrowingByteArrayOutput output, long[] counts) throws IOException {
        VarEncodingHelper.encodeUnsignedVarLong(output, counts.length);
        for (long count : counts) {
            VarEncodingHelper.encodeUnsignedVarLong(output, count);
        }
    }

    private static long[] readCounts(Input input, int length) throws IOException {
        long written = VarEncodingHelper.decodeUnsignedVarLong(input);
        long[] counts = new long[length];
        for (int i = 0; i < written; i++) {
            long count = VarEncodingHelper.decodeUnsignedVarLong(input);
            if (i < length) {
                counts[i] = count;
            }
        }
        return counts;
    }
}
