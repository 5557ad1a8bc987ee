package ai.kongguard.benchmarks;

import ai.kongguard.standalone.Standalone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Sends Kong batches over HTTP to a whole system in this JVM, load generator included, and reads the verdicts from its
 * WebSocket; then copies the same traffic records from topic to topic in bare Kafka transactions, and prints both rates
 * and their ratio.
 */
public final class PipelineLoadRun {

    private PipelineLoadRun() {}

    /** Arguments: events of the measured run (default 500000), events per batch (default 500), paced rate (default 2000/s). */
    public static void main(String[] args) throws Exception {
        int events = intArgument(args, 0, 500_000);
        int batchSize = intArgument(args, 1, 500);
        int pacedRate = intArgument(args, 2, 2_000);
        Path folder = Files.createTempDirectory("kong-guard-load");
        try (Standalone system = Standalone.start(arguments(folder))) {
            LoadTarget target = LoadTarget.of(system);
            System.out.printf("warm-up: %,d events%n", events / 2);
            new LoadPhase(target, "warm", events / 2, batchSize, LoadPhase.AS_FAST_AS_POSSIBLE).run();

            LoadResult full = new LoadPhase(target, "full", events, batchSize, LoadPhase.AS_FAST_AS_POSSIBLE).run();
            full.print("as fast as possible, batches of " + batchSize);

            int pacedEvents = pacedRate * 20;
            int pacedBatch = Math.max(1, pacedRate / 100);
            LoadResult paced = new LoadPhase(target, "pace", pacedEvents, pacedBatch, pacedRate).run();
            paced.print("paced at " + pacedRate + " events/s, batches of " + pacedBatch);

            double copyRate = new TransactionalCopy(target.bootstrapServers(), 2_000).run();
            System.out.printf(
                    Locale.ROOT,
                    "bare transactional copy of the same records: %,.0f records/s%n" + "pipeline / bare copy: %.2f%n",
                    copyRate,
                    full.eventsPerSecond() / copyRate);
        } finally {
            delete(folder);
        }
    }

    private static String[] arguments(Path folder) {
        return new String[] {
            "--kongguard.demo=false",
            "--kongguard.broker.data-folder=" + folder.resolve("broker"),
            "--kongguard.metrics.state-dir=" + folder.resolve("streams"),
            "--logging.file.name=" + folder.resolve("load.log"),
            "--logging.level.org.apache.kafka=ERROR",
            // Every verdict leaves on the socket; the default samples what a person could not read anyway.
            "--kongguard.gateway.feed.max-events-per-second=0",
            "--kongguard.gateway.outbox.max-size=256MB",
        };
    }

    private static int intArgument(String[] args, int index, int fallback) {
        return args.length > index ? Integer.parseInt(args[index]) : fallback;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
