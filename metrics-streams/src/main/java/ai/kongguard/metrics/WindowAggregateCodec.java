package ai.kongguard.metrics;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of an aggregate: a version, the counts by their enums' wire position, and the parts that there are.
 * Enums only ever grow at their end; a store written by an older release reads as zero there.
 */
final class WindowAggregateCodec {

    private static final int VERSION = 4;

    private WindowAggregateCodec() {}

    static void write(WindowAggregate sum, BinaryOutput output) {
        output.writeByte(VERSION)
                .writeLong(sum.requests)
                .writeLong(sum.late)
                .writeLong(sum.firstMs)
                .writeLong(sum.lastMs)
                .writeLong(sum.bytesIn)
                .writeLong(sum.bytesOut)
                .writeLong(sum.scores)
                .writeLong(sum.confidences)
                .writeLongs(sum.actions)
                .writeLongs(sum.types)
                .writeLongs(sum.statuses)
                .writeLongs(sum.scoreCounts)
                .writeLong(sum.origins.size());
        sum.origins.forEach(
                (name, origin) -> output.writeText(name).writeLong(origin[0]).writeLong(origin[1]));
        write(sum.truth, TruthTally::write, output);
        write(sum.latency, LatencyTally::write, output);
        write(sum.gatewayLatency, LatencyTally::write, output);
        write(sum.routes, NameTally::write, output);
        write(sum.services, NameTally::write, output);
        write(sum.sources, HeavyHitters::write, output);
        write(sum.targets, HeavyHitters::write, output);
    }

    static byte[] encode(WindowAggregate sum) {
        BinaryOutput output = new BinaryOutput();
        write(sum, output);
        return output.toBytes();
    }

    static WindowAggregate read(BinaryInput input) {
        int version = input.readByte();
        if (version != VERSION) {
            throw new IllegalStateException("Aggregate of version " + version + ", this release reads " + VERSION
                    + ": start metrics-streams with another kongguard.kafka.topic-prefix");
        }
        WindowAggregate sum = new WindowAggregate();
        sum.requests = input.readLong();
        sum.late = input.readLong();
        sum.firstMs = input.readLong();
        sum.lastMs = input.readLong();
        sum.bytesIn = input.readLong();
        sum.bytesOut = input.readLong();
        sum.scores = input.readLong();
        sum.confidences = input.readLong();
        input.readLongs(sum.actions);
        input.readLongs(sum.types);
        input.readLongs(sum.statuses);
        input.readLongs(sum.scoreCounts);
        int origins = input.readInt();
        for (int i = 0; i < origins; i++) {
            sum.origins.put(input.readText(), new long[] {input.readLong(), input.readLong()});
        }
        read(input, TruthTally::read, part -> sum.truth = part);
        read(input, LatencyTally::read, part -> sum.latency = part);
        read(input, LatencyTally::read, part -> sum.gatewayLatency = part);
        read(input, NameTally::read, part -> sum.routes = part);
        read(input, NameTally::read, part -> sum.services = part);
        read(input, HeavyHitters::read, part -> sum.sources = part);
        read(input, HeavyHitters::read, part -> sum.targets = part);
        return sum;
    }

    private static <T> void write(@Nullable T part, BiConsumer<T, BinaryOutput> writer, BinaryOutput output) {
        output.writeByte(part == null ? 0 : 1);
        if (part != null) {
            writer.accept(part, output);
        }
    }

    private static <T> void read(BinaryInput input, Function<BinaryInput, T> reader, Consumer<T> part) {
        if (input.readByte() != 0) {
            part.accept(reader.apply(input));
        }
    }
}
