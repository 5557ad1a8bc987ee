package ai.kongguard.benchmarks;

import ai.kongguard.event.Topics;
import ai.kongguard.recording.Recording;
import ai.kongguard.recording.RecordingFile;
import ai.kongguard.replay.play.KafkaOutlet;
import ai.kongguard.replay.play.PlaySettings;
import ai.kongguard.replay.play.Player;
import ai.kongguard.replay.play.RawDestination;
import ai.kongguard.replay.play.SystemPlayClock;
import ai.kongguard.replay.record.RecordOrder;
import ai.kongguard.replay.record.Recorder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One half of the round trip in a process of its own; tells its rate and the most heap that it used. */
final class RecordingStep {

    private RecordingStep() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[2]);
        AtomicLong peak = watchHeap();
        long startedNanos = System.nanoTime();
        long records = args[0].equals("record") ? record(args[1], file) : replay(args[1], file);
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        System.out.printf(
                "%s: %,d records in %.1f s, %,.0f/s; peak heap %,d MB of %,d%n",
                args[0],
                records,
                seconds,
                records / seconds,
                peak.get() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** What is in use, garbage included, looked at every ten milliseconds. */
    private static AtomicLong watchHeap() {
        AtomicLong peak = new AtomicLong();
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        Thread watch = new Thread(() -> {
            while (true) {
                peak.accumulateAndGet(memory.getHeapMemoryUsage().getUsed(), Math::max);
                LockSupport.parkNanos(10_000_000);
            }
        });
        watch.setDaemon(true);
        watch.start();
        return peak;
    }

    private static long record(String servers, Path file) throws IOException {
        return new Recorder(Map.of("bootstrap.servers", servers), RecordOrder.everything(""), InstantSource.system())
                .record("benchmark", m -> RecordingFile.at(file, false, m), progress -> {}, () -> false)
                .records();
    }

    /** As {@code replay --into} does it: as fast as possible, to the partition that each record came from. */
    private static long replay(String servers, Path file) throws IOException {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", servers, "compression.type", "lz4", "batch.size", 256 * 1024, "linger.ms", 5);
        var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        RawDestination destination = new RawDestination(RecordingRoundTrip.REPLAYED);
        try (KafkaOutlet outlet =
                new KafkaOutlet(producer, destination, List.of(RecordingRoundTrip.REPLAYED + Topics.TRAFFIC.name()))) {
            PlaySettings fast = new PlaySettings(PlaySettings.AS_FAST_AS_POSSIBLE, 1, null);
            Player player = new Player(Recording.open(file), fast, outlet, new SystemPlayClock(InstantSource.system()));
            player.run();
            if (player.progress().reason() != null) {
                throw new IllegalStateException(player.progress().reason());
            }
            return player.progress().sent();
        }
    }
}
