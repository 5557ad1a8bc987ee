package ai.kongguard.benchmarks;

import ai.kongguard.broker.EmbeddedBroker;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.TopicSpec;
import ai.kongguard.event.Topics;
import ai.kongguard.metrics.MetricsConfiguration;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How fast the metrics streams alone are: fills the traffic and the verdict topic of a broker in this JVM, lets a bare
 * consumer read them, and then the metrics streams, until their totals hold every event.
 */
public final class MetricsLoadRun {

    private static final int PORT = 19_192;
    private static final int PARTITIONS = 4;
    private static final List<TopicSpec> INPUTS = List.of(Topics.TRAFFIC, Topics.VERDICTS);

    private final String bootstrapServers;
    private final int events;
    private final int clients;

    private MetricsLoadRun(String bootstrapServers, int events, int clients) {
        this.bootstrapServers = bootstrapServers;
        this.events = events;
        this.clients = clients;
    }

    /** Arguments: events, default 1000000; distinct clients, default 1000. */
    public static void main(String[] args) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int clients = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        Path folder = Files.createTempDirectory("kong-guard-metrics-run");
        try (EmbeddedBroker broker = EmbeddedBroker.start("127.0.0.1", PORT, folder.resolve("broker"), Map.of())) {
            new MetricsLoadRun(broker.bootstrapServers(), events, clients).run(folder);
        }
        // Client threads of Kafka may outlive their context for a while.
        Runtime.getRuntime().exit(0);
    }

    private void run(Path folder) throws Exception {
        fill();
        for (int round = 0; round < 2; round++) {
            bareConsumer();
        }
        double bare = bareConsumer();
        System.out.printf(Locale.ROOT, "bare consumer: %,.0f records/s%n", bare);
        long before = usedHeap();
        long started = System.nanoTime();
        try (ConfigurableApplicationContext metrics = start(folder)) {
            double ready = seconds(started);
            // From when the first of it is written, so that the start of Spring and of the group is not counted.
            Progress progress = new Progress();
            long firstEvents = progress.awaitAtLeast(1);
            long from = System.nanoTime();
            progress.awaitAtLeast(events);
            double took = seconds(from);
            double whole = seconds(started) - ready;
            double perSecond = (events - firstEvents) / took;
            System.out.printf(
                    Locale.ROOT,
                    "metrics streams: %,d events (%,d records) in %.1f s from start, of which %,d in the last %.1f s:"
                            + " %,.0f events/s, %,.0f records/s, %.2f of the bare consumer%n",
                    events,
                    2L * events,
                    whole,
                    events - firstEvents,
                    took,
                    perSecond,
                    2 * perSecond,
                    2 * perSecond / bare);
            System.out.printf(
                    Locale.ROOT,
                    "processor time of the stream thread: %.1f s, which is %,.0f events in each%n",
                    streamSeconds(),
                    events / streamSeconds());
            System.out.printf(
                    Locale.ROOT,
                    "heap with %,d distinct clients: %,d MB more than before%n",
                    clients,
                    (usedHeap() - before) / 1_000_000);
        }
    }

    private void fill() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            List<NewTopic> topics = new ArrayList<>();
            INPUTS.forEach(topic -> topics.add(new NewTopic(topic.name(), PARTITIONS, (short) 1)));
            admin.createTopics(topics).all().get();
        }
        long started = System.nanoTime();
        LabelledTraffic.send(bootstrapServers, events, clients);
        System.out.printf(Locale.ROOT, "filled with %,d events in %.1f s%n", events, seconds(started));
    }

    private double bareConsumer() {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            INPUTS.forEach(topic -> consumer.partitionsFor(topic.name())
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition()))));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long started = System.nanoTime();
            long count = 0;
            while (count < 2L * events) {
                count += consumer.poll(Duration.ofMillis(100)).count();
            }
            return count / seconds(started);
        }
    }

    private ConfigurableApplicationContext start(Path folder) {
        return new SpringApplicationBuilder(MetricsConfiguration.class)
                .properties("spring.config.name=metrics")
                .web(WebApplicationType.NONE)
                .run(
                        "--kongguard.kafka.bootstrap-servers=" + bootstrapServers,
                        "--kongguard.metrics.state-dir=" + folder.resolve("streams"));
    }

    /** Follows the totals of both tiers. */
    private final class Progress {

        private final KafkaConsumer<byte[], byte[]> consumer;
        private long traffic;
        private long verdicts;

        Progress() {
            consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
            TopicPartition windows = new TopicPartition(Topics.WINDOWS.name(), 0);
            consumer.assign(List.of(windows));
            consumer.seekToBeginning(List.of(windows));
        }

        /** Events that both totals hold, at least so many. */
        long awaitAtLeast(long wanted) {
            while (Math.min(traffic, verdicts) < wanted) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(20))) {
                    MetricsWindow window = RecordCodec.METRICS_WINDOW.decode(record.value());
                    if (window.key().equals("unprotected/total")) {
                        traffic = window.requests();
                    } else if (window.key().equals("local/total")) {
                        verdicts = window.requests();
                    }
                }
            }
            return Math.min(traffic, verdicts);
        }
    }

    /** Time that other processes on this machine cannot take away, unlike that of the clock. */
    private static double streamSeconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().matches(".*-StreamThread-\\d+")) {
                nanos += threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return nanos / 1e9;
    }

    private static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
