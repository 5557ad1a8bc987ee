package ai.kongguard.metrics;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Traffic, verdicts and feedback to windows and incidents in two stages. An event and its verdicts lie in partitions of
 * the same number, so each partition joins and adds up its own; one task merges those sums, a few records per tick.
 * Feedback does not say whose event it is about, so every partition hears it.
 *
 * <pre>
 * gateway.traffic ----+
 * threat.verdicts ----+-> count [partition] -> parts (1 partition) -+-> merge-windows [windows] -> metrics.windows
 * operator.feedback --+   (to every partition)                      +-> merge-incidents [incidents] -> threat.incidents
 * </pre>
 */
public final class MetricsTopology implements Supplier<Topology> {

    static final String PARTITION_STORE = "partition";
    static final String WINDOW_STORE = "board";
    static final String INCIDENT_STORE = "incidents";

    private final MetricsSettings settings;
    private final GroupLag lag;
    private final MetricsMeters meters;

    /**
     * @param lag asked whenever a total is written
     * @param meters what is read is counted there
     */
    MetricsTopology(MetricsSettings settings, GroupLag lag, MetricsMeters meters) {
        this.settings = settings;
        this.lag = lag;
        this.meters = meters;
    }

    @Override
    public Topology get() {
        Consumed<String, byte[]> consumed = Consumed.with(Serdes.String(), Serdes.ByteArray());
        Produced<String, byte[]> produced = Produced.with(Serdes.String(), Serdes.ByteArray());
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(HeapStore.builder(
                PARTITION_STORE,
                () -> new PartitionState(
                        settings.rememberedEvents(), settings.memory().toMillis())));
        builder.addStateStore(HeapStore.builder(WINDOW_STORE, () -> new WindowBoard(settings.rememberedRuns())));
        builder.addStateStore(HeapStore.builder(
                INCIDENT_STORE,
                () -> new CampaignBoard(
                        settings.sessionGap().toMillis(), settings.campaignSources(), settings.openIncidents())));

        KStream<String, byte[]> feedback = builder.stream(settings.feedbackTopic(), consumed.withName("feedback"))
                .repartition(Repartitioned.with(Serdes.String(), Serdes.ByteArray())
                        .withNumberOfPartitions(settings.partitions())
                        .withStreamPartitioner((topic, key, value, partitions) -> everyOne(partitions))
                        .withName("feedback"));
        KStream<byte[], byte[]> parts = builder.stream(
                        List.of(settings.trafficTopic(), settings.verdictTopic()),
                        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("traffic-and-verdicts"))
                .merge(feedback, Named.as("with-feedback"))
                .process(() -> new PartitionCounter(settings, meters), Named.as("count"), PARTITION_STORE)
                .repartition(Repartitioned.with(Serdes.ByteArray(), Serdes.ByteArray())
                        .withNumberOfPartitions(1)
                        .withName("parts"));
        parts.process(() -> new WindowMerger(settings, lag), Named.as("merge-windows"), WINDOW_STORE)
                .to(settings.windowTopic(), produced.withName("windows"));
        parts.process(() -> new IncidentMerger(settings), Named.as("merge-incidents"), INCIDENT_STORE)
                .to(
                        settings.incidentTopic(),
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withName("incidents"));
        return builder.build();
    }

    private static Optional<Set<Integer>> everyOne(int partitions) {
        return Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
    }
}
