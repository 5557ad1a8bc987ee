package ai.kongguard.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.broker.EmbeddedBroker;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Records into Kafka, from there into a file, from there into other topics, and every key, value, header and timestamp of both
 * compared. Recording and replaying run in processes of their own with a small heap; this one holds the broker.
 */
public final class RecordingRoundTrip {

    static final int PARTITIONS = 4;
    static final String REPLAYED = "replayed-";

    private static final String HOST = "127.0.0.1";
    private static final int SAMPLES = 10_000;

    private RecordingRoundTrip() {}

    /** @param args how many records, 1,000,000 when not given, and the heap of the other processes, 256m when not given */
    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        String heap = args.length > 1 ? args[1] : "256m";
        Path folder = Files.createTempDirectory("recording-round-trip");
        int port = EmbeddedBroker.freePort(HOST);
        String servers = HOST + ":" + port;
        Path file = folder.resolve("traffic.kgr");
        try (EmbeddedBroker broker = EmbeddedBroker.start(HOST, port, folder.resolve("broker"), Map.of())) {
            createTopics(broker.bootstrapServers());
            long bytes = fill(servers, count);
            System.out.printf("%,d records, %,d bytes of keys and values%n", count, bytes);
            step(heap, "record", servers, file);
            long size = Files.size(file);
            System.out.printf(
                    "file: %,d bytes, %.1f a record, %.1f %%%n", size, (double) size / count, 100.0 * size / bytes);
            step(heap, "replay", servers, file);
            System.out.println(
                    new TopicComparison(servers).compare(Topics.TRAFFIC.name(), REPLAYED + Topics.TRAFFIC.name()));
        }
    }

    private static void createTopics(String servers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.TRAFFIC.name(), PARTITIONS, (short) 1),
                            new NewTopic(REPLAYED + Topics.TRAFFIC.name(), PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** Generated traffic as ingest publishes it, a millisecond apart, half of it with truth in its headers. */
    private static long fill(String servers, int count) {
        List<TrafficEvent> samples = SampleTraffic.events("mix", Math.min(SAMPLES, count));
        List<String> texts = new ArrayList<>();
        samples.forEach(event -> texts.add(new String(RecordCodec.TRAFFIC_EVENT.encode(event), UTF_8)));
        long start = System.currentTimeMillis() - count;
        long bytes = 0;
        Map<String, Object> config = Map.of(
                "bootstrap.servers", servers, "compression.type", "lz4", "batch.size", 256 * 1024, "linger.ms", 5);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                TrafficEvent event = samples.get(i % samples.size());
                byte[] key = event.clientIp().getBytes(UTF_8);
                byte[] value = texts.get(i % samples.size())
                        .replace("\"" + event.eventId() + "\"", "\"" + event.eventId() + "-" + i + "\"")
                        .getBytes(UTF_8);
                ProducerRecord<byte[], byte[]> record =
                        new ProducerRecord<>(Topics.TRAFFIC.name(), null, start + i, key, value);
                if (i % 2 == 0) {
                    record.headers()
                            .add("kg-truth-label", "benign".getBytes(UTF_8))
                            .add("kg-truth-run", new byte[] {-1});
                }
                bytes += key.length + value.length;
                var unused = producer.send(record);
            }
            producer.flush();
        }
        return bytes;
    }

    private static void step(String heap, String what, String servers, Path file)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordingStep.class.getName(),
                        what,
                        servers,
                        file.toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(what + " failed");
        }
    }
}
