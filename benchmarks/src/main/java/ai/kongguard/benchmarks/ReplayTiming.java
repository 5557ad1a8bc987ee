package ai.kongguard.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.broker.EmbeddedBroker;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.recording.Manifest;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.Recording;
import ai.kongguard.recording.RecordingReader;
import ai.kongguard.recording.RecordingWriter;
import ai.kongguard.replay.play.KafkaOutlet;
import ai.kongguard.replay.play.Outlet;
import ai.kongguard.replay.play.PlaySettings;
import ai.kongguard.replay.play.Player;
import ai.kongguard.replay.play.RawDestination;
import ai.kongguard.replay.play.SystemPlayClock;
import ai.kongguard.replay.play.TargetTopics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How exactly a replay keeps the time of its recording, and how fast it is without waiting, as a ratio of a bare
 * producer of the same records. Arguments: records per second, seconds, and records at full speed.
 */
public final class ReplayTiming {

    private static final int PARTITIONS = 4;
    private static final long START = 1_795_400_000_000L;

    private ReplayTiming() {}

    public static void main(String[] args) throws Exception {
        int rate = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        int many = args.length > 2 ? Integer.parseInt(args[2]) : 500_000;
        Path folder = Files.createTempDirectory("replay-timing");
        int port = EmbeddedBroker.freePort("127.0.0.1");
        try (EmbeddedBroker broker = EmbeddedBroker.start("127.0.0.1", port, folder.resolve("broker"), Map.of())) {
            Recording timed = write(folder.resolve("timed.kgr"), rate * seconds, rate);
            paced(timed, broker.bootstrapServers());
            Recording large = write(folder.resolve("large.kgr"), many, rate);
            double warmUp = bare(timed, broker.bootstrapServers(), "warm-up-");
            double replay = full(large, broker.bootstrapServers());
            double bare = bare(large, broker.bootstrapServers(), "bare-");
            System.out.printf(
                    Locale.ROOT,
                    "as fast as possible: %,.0f records/s; bare producer, records in memory: %,.0f (warm-up %,.0f); ratio %.2f%n",
                    replay,
                    bare,
                    warmUp,
                    replay / bare);
        }
        Runtime.getRuntime().exit(0);
    }

    private static void paced(Recording recording, String servers) throws Exception {
        prepare(recording, servers, "paced-");
        try (KafkaOutlet kafka = outlet(servers, "paced-")) {
            Timed timed = new Timed(kafka);
            new Player(recording, new PlaySettings(1, 1, null), timed, new SystemPlayClock(InstantSource.system()))
                    .run();
            timed.print();
        }
    }

    private static double full(Recording recording, String servers) throws Exception {
        prepare(recording, servers, "full-");
        try (KafkaOutlet kafka = outlet(servers, "full-")) {
            PlaySettings fast = new PlaySettings(PlaySettings.AS_FAST_AS_POSSIBLE, 1, null);
            Player player = new Player(recording, fast, kafka, new SystemPlayClock(InstantSource.system()));
            player.run();
            return player.progress().sent() / (player.progress().elapsed().toNanos() / 1e9);
        }
    }

    /** The same records from memory: reading and decoding them is not in its time. */
    private static double bare(Recording recording, String servers, String prefix) throws Exception {
        prepare(recording, servers, prefix);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        RawDestination destination = new RawDestination(prefix);
        try (RecordingReader reader = recording.read()) {
            for (RecordedRecord record = reader.next(); record != null; record = reader.next()) {
                records.add(destination.of(record, 0, Instant.EPOCH));
            }
        }
        try (var producer =
                new KafkaProducer<>(config(servers), new ByteArraySerializer(), new ByteArraySerializer())) {
            long started = System.nanoTime();
            for (ProducerRecord<byte[], byte[]> record : records) {
                var unused = producer.send(record);
            }
            producer.flush();
            return records.size() / ((System.nanoTime() - started) / 1e9);
        }
    }

    private static KafkaOutlet outlet(String servers, String prefix) {
        return new KafkaOutlet(
                new KafkaProducer<>(config(servers), new ByteArraySerializer(), new ByteArraySerializer()),
                new RawDestination(prefix),
                List.of(prefix + Topics.TRAFFIC.name()));
    }

    private static void prepare(Recording recording, String servers, String prefix) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            TargetTopics.prepare(admin, prefix, TargetTopics.of(recording));
        }
    }

    private static Map<String, Object> config(String servers) {
        return Map.of(
                "bootstrap.servers", servers, "linger.ms", 2, "batch.size", 256 * 1024, "compression.type", "lz4");
    }

    private static Recording write(Path file, int records, int rate) throws Exception {
        List<TrafficEvent> sample = SampleTraffic.events("mix", 2_000);
        Manifest manifest =
                new Manifest(Manifest.VERSION, Instant.EPOCH, "ReplayTiming", "generated", List.of(), Map.of(), false);
        try (RecordingWriter writer = new RecordingWriter(Files.newOutputStream(file), manifest)) {
            for (int i = 0; i < records; i++) {
                TrafficEvent event = sample.get(i % sample.size());
                writer.write(new RecordedRecord(
                        Topics.TRAFFIC.name(),
                        i % PARTITIONS,
                        i / PARTITIONS,
                        START + i * 1000L / rate,
                        false,
                        event.clientIp().getBytes(UTF_8),
                        RecordCodec.TRAFFIC_EVENT.encode(event),
                        List.of()));
            }
        }
        return Recording.open(file);
    }

    private static void print(String what, Histogram nanos) {
        System.out.printf(
                Locale.ROOT,
                "%s, %,d events: p50 %.3f ms, p95 %.3f ms, p99 %.3f ms, p99.9 %.3f ms, max %.3f ms%n",
                what,
                nanos.getTotalCount(),
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(95) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6,
                nanos.getValueAtPercentile(99.9) / 1e6,
                nanos.getMaxValue() / 1e6);
    }

    /** Looks at the clock when a record leaves. */
    private static final class Timed implements Outlet {

        private final Outlet outlet;
        private final List<Long> leaves = new ArrayList<>();
        private final List<Long> offsets = new ArrayList<>();

        Timed(Outlet outlet) {
            this.outlet = outlet;
        }

        @Override
        public void prepare() {
            outlet.prepare();
        }

        @Override
        public boolean send(RecordedRecord record, int loop, Instant due) {
            leaves.add(System.nanoTime());
            offsets.add((record.timestamp() - START) * 1_000_000);
            return outlet.send(record, loop, due);
        }

        /** None leaves before it is due, so the earliest of all tells when the replay began. */
        void print() {
            long start = Long.MAX_VALUE;
            for (int i = 0; i < leaves.size(); i++) {
                start = Math.min(start, leaves.get(i) - offsets.get(i));
            }
            Histogram lateness = new Histogram(60_000_000_000L, 3);
            Histogram gaps = new Histogram(60_000_000_000L, 3);
            for (int i = 0; i < leaves.size(); i++) {
                lateness.recordValue(leaves.get(i) - offsets.get(i) - start);
                if (i > 0) {
                    long original = offsets.get(i) - offsets.get(i - 1);
                    gaps.recordValue(Math.abs(leaves.get(i) - leaves.get(i - 1) - original));
                }
            }
            ReplayTiming.print("left after it was due", lateness);
            ReplayTiming.print("time between events against the original", gaps);
        }

        @Override
        public void flush() {
            outlet.flush();
        }

        @Override
        public Tally tally() {
            return outlet.tally();
        }

        @Override
        public void close() {
            outlet.close();
        }
    }
}
