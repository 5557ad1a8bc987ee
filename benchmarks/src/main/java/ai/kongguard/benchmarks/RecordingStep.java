package ai.kongguard.benchmarks;

import ai.kongguard.recording.RecordedHeader;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.Recording;
import ai.kongguard.recording.RecordingFile;
import ai.kongguard.recording.RecordingReader;
import ai.kongguard.replay.record.RecordOrder;
import ai.kongguard.replay.record.Recorder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
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

    /** The least that a replay can do: as fast as possible, to the partition that each record came from. */
    private static long replay(String servers, Path file) throws IOException {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", servers, "compression.type", "lz4", "batch.size", 256 * 1024, "linger.ms", 5);
        long count = 0;
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
                RecordingReader reader = Recording.open(file).read()) {
            for (RecordedRecord record = reader.next(); record != null; record = reader.next()) {
                ProducerRecord<byte[], byte[]> again = new ProducerRecord<>(
                        RecordingRoundTrip.REPLAYED + record.topic(),
                        record.partition(),
                        record.timestamp(),
                        record.key(),
                        record.value());
                for (RecordedHeader header : record.headers()) {
                    again.headers().add(header.name(), header.value());
                }
                // One that is not acknowledged is missed by the comparison.
                var unused = producer.send(again);
                count++;
            }
            producer.flush();
        }
        return count;
    }
}
