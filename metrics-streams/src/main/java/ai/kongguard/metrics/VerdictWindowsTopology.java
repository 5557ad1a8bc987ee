package ai.kongguard.metrics;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Verdicts to windows in two stages, because the verdicts of one tier lie in many partitions: each partition adds its
 * own up per second, and one task merges those sums, a few records per tick, into every window.
 *
 * <pre>
 * threat.verdicts -> count-per-second [pending] -> sums (1 partition) -> merge-windows [windows] -> metrics.windows
 * </pre>
 */
public final class VerdictWindowsTopology implements Supplier<Topology> {

    static final String PENDING_STORE = "pending";
    static final String WINDOW_STORE = "windows";

    private final String verdictTopic;
    private final String windowTopic;
    private final List<String> tiers;
    private final Duration tick;
    private final Duration grace;
    private final MetricsMeters meters;

    /**
     * @param verdictTopic read
     * @param windowTopic written
     * @param tiers that show zero before their first verdict
     * @param tick wall-clock interval at which sums are handed on and silence is written
     * @param grace how long after its end a window admits late verdicts
     * @param meters what is read is counted there
     */
    public VerdictWindowsTopology(
            String verdictTopic,
            String windowTopic,
            List<String> tiers,
            Duration tick,
            Duration grace,
            MetricsMeters meters) {
        this.verdictTopic = verdictTopic;
        this.windowTopic = windowTopic;
        this.tiers = List.copyOf(tiers);
        this.tick = tick;
        this.grace = grace;
        this.meters = meters;
    }

    @Override
    public Topology get() {
        Serde<WindowKey> keys = WindowKey.serde();
        Serde<WindowAggregate> sums = WindowAggregateSerde.serde();
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(store(PENDING_STORE));
        builder.addStateStore(store(WINDOW_STORE));
        builder.stream(
                        verdictTopic,
                        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("verdicts"))
                .process(() -> new PartitionCounter(tick, meters), Named.as("count-per-second"), PENDING_STORE)
                .repartition(
                        Repartitioned.with(keys, sums).withNumberOfPartitions(1).withName("sums"))
                .process(() -> new WindowMerger(tick, grace, tiers), Named.as("merge-windows"), WINDOW_STORE)
                .to(
                        windowTopic,
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withName("windows"));
        return builder.build();
    }

    /** In memory with a changelog: small, and never a folder that could be stale. */
    private static StoreBuilder<KeyValueStore<WindowKey, WindowAggregate>> store(String name) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), WindowKey.serde(), WindowAggregateSerde.serde())
                .withCachingEnabled();
    }
}
