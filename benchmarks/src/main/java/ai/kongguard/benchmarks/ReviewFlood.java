package ai.kongguard.benchmarks;

import ai.kongguard.analyzer.AnalyzerConfiguration;
import ai.kongguard.broker.EmbeddedBroker;
import ai.kongguard.detect.Judge;
import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.detect.model.LocalModel;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Floods one analyzer with events of few payload skeletons that it is unsure about, without a model to ask and with one
 * that takes its time, and prints how often that was asked, and how long first verdicts took from the send to a reader.
 */
public final class ReviewFlood {

    private static final List<String> WORDS =
            List.of(("alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo"
                            + " lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu amber"
                            + " birch cedar daisy elder fern ginger hazel iris jasmine kale lotus maple nettle")
                    .split(" "));

    private static final List<String> QUERIES = List.of(
            "q=union+select", "q=%27--", "q=or+1=1", "file=../report.txt", "q=$(date)", "q=%3Cimg%3E", "q={{7*7}}");

    /** Ids of harmless events that come first and are not measured. */
    private static final String WARM = "w";

    private static final int WARM_UP = 20_000;

    private final int events;
    private final int perSecond;

    private ReviewFlood(int events, int perSecond) {
        this.events = events;
        this.perSecond = perSecond;
    }

    /** Arguments: events (default 50000), events per second (default 2000), seconds that the model takes (default 5). */
    public static void main(String[] args) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        int perSecond = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
        Duration delay = Duration.ofSeconds(args.length > 2 ? Long.parseLong(args[2]) : 5);
        ReviewFlood flood = new ReviewFlood(events, perSecond);
        Histogram without = flood.run("without a model", null);
        Histogram with = flood.run("with a model that takes " + delay.toSeconds() + " s", delay);
        System.out.printf(
                Locale.ROOT,
                "first verdicts, with to without: median %.2f, 99th percentile %.2f%n",
                (double) with.getValueAtPercentile(50) / without.getValueAtPercentile(50),
                (double) with.getValueAtPercentile(99) / without.getValueAtPercentile(99));
    }

    private Histogram run(String name, @Nullable Duration delay) throws Exception {
        try (SlowModel model = new SlowModel(delay == null ? Duration.ZERO : delay)) {
            return measure(name, delay == null ? null : model);
        }
    }

    private Histogram measure(String name, @Nullable SlowModel model) throws Exception {
        Path folder = Files.createTempDirectory("kong-guard-review-flood");
        List<String> args = new ArrayList<>(List.of("--server.port=0", "--logging.level.root=WARN"));
        if (model != null) {
            args.addAll(List.of(
                    "--kongguard.llm.providers=openai",
                    "--kongguard.llm.openai.api-key=none",
                    "--kongguard.llm.openai.base-url=" + model.baseUrl()));
        }
        int port = EmbeddedBroker.freePort("127.0.0.1");
        try (EmbeddedBroker broker = EmbeddedBroker.start("127.0.0.1", port, folder, Map.of())) {
            args.add("--kongguard.kafka.bootstrap-servers=" + broker.bootstrapServers());
            try (ConfigurableApplicationContext analyzer = new SpringApplicationBuilder(AnalyzerConfiguration.class)
                    .properties("spring.config.name=analyzer")
                    .run(args.toArray(String[]::new))) {
                return flood(name, broker.bootstrapServers(), model, analyzer);
            }
        } finally {
            SimulationRun.delete(folder);
        }
    }

    private Histogram flood(
            String name, String servers, @Nullable SlowModel model, ConfigurableApplicationContext analyzer)
            throws Exception {
        long[] sentNanos = new long[events];
        CountDownLatch warm = new CountDownLatch(WARM_UP);
        Histogram micros = new Histogram(3);
        int revisions = 0;
        Map<String, Integer> degraded = new TreeMap<>();
        try (KafkaConsumer<String, byte[]> verdicts = verdicts(servers)) {
            Thread sender = new Thread(() -> send(servers, sentNanos, warm), "flood");
            sender.start();
            long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
            while ((micros.getTotalCount() < events || (model != null && revisions < events))
                    && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> record : verdicts.poll(Duration.ofMillis(100))) {
                    Verdict verdict = RecordCodec.VERDICT.decode(record.value());
                    if (verdict.eventId().startsWith(WARM)) {
                        warm.countDown();
                    } else if (verdict.revision() > 0) {
                        revisions++;
                        if (verdict.degraded() != null) {
                            degraded.merge(verdict.degraded(), 1, Integer::sum);
                        }
                    } else {
                        int event = Integer.parseInt(verdict.eventId());
                        micros.recordValue((System.nanoTime() - sentNanos[event]) / 1000);
                    }
                }
            }
            sender.join();
        }
        System.out.printf(
                Locale.ROOT,
                "%-30s %d events, first verdicts %d (median %.1f ms, 99th percentile %.1f ms), revisions %d, degraded %s, calls %d%s%n",
                name,
                events,
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                revisions,
                degraded,
                model == null ? 0 : model.calls(),
                analyzer.isRunning() ? "" : " (stopped)");
        return micros;
    }

    /** Open loop: what is late does not shift what follows. */
    private void send(String servers, long[] sentNanos, CountDownLatch warm) {
        Judge judge = Judge.of(LocalModel.bundled(), VerdictPolicy.defaults());
        List<String> undecided = WORDS.stream()
                .map(word -> QUERIES.stream()
                        .map(query -> "/shop/" + word + "?" + query)
                        .filter(target -> isUndecided(judge, event("0", target)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No undecided request of /shop/" + word)))
                .toList();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < WARM_UP; i++) {
                send(producer, event(WARM + i, "/shop/alpha?q=shoes"));
            }
            warm.await();
            long started = System.nanoTime();
            for (int i = 0; i < events; i++) {
                long due = started + i * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) {
                    Thread.sleep(1);
                }
                TrafficEvent event = event(Integer.toString(i), undecided.get(i % undecided.size()));
                sentNanos[i] = System.nanoTime();
                send(producer, event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(Producer<String, byte[]> producer, TrafficEvent event) {
        var unused = producer.send(
                new ProducerRecord<>(Topics.TRAFFIC.name(), event.clientIp(), RecordCodec.TRAFFIC_EVENT.encode(event)));
    }

    private static boolean isUndecided(Judge judge, TrafficEvent event) {
        double score = judge.judge(event, List.of()).score();
        return score >= 0.25 && score < 0.75;
    }

    /** One of many clients, with a number of its own in a harmless place. */
    private static TrafficEvent event(String id, String target) {
        int query = target.indexOf('?');
        int number = Integer.parseInt(id.replace(WARM, ""));
        Instant now = Instant.now();
        Map<String, String> headers = Map.of("host", "api.example.com", "user-agent", "Mozilla/5.0");
        return new TrafficEvent(
                TrafficEvent.SCHEMA,
                id,
                "flood",
                now,
                now,
                "GET",
                "https",
                "api.example.com",
                target.substring(0, query),
                target.substring(query + 1) + "&page=" + number,
                "1.1",
                "203.0.113." + number % 250,
                null,
                "Mozilla/5.0",
                null,
                headers,
                null,
                false,
                200,
                200,
                300L,
                900L,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
    }

    private static KafkaConsumer<String, byte[]> verdicts(String servers) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.VERDICTS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        IntStream.range(0, partitions.size()).forEach(i -> consumer.position(partitions.get(i)));
        return consumer;
    }
}
