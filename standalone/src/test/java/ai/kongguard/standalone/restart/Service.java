package ai.kongguard.standalone.restart;

import ai.kongguard.analyzer.AnalyzerApplication;
import ai.kongguard.gateway.GatewayApplication;
import ai.kongguard.ingest.IngestApplication;
import ai.kongguard.metrics.MetricsApplication;
import java.nio.file.Path;
import java.util.List;

/** The four services, and what a replica of each has for itself. */
enum Service {
    INGEST(IngestApplication.class),
    ANALYZER(AnalyzerApplication.class),
    METRICS(MetricsApplication.class),
    GATEWAY(GatewayApplication.class);

    private final Class<?> main;

    Service(Class<?> main) {
        this.main = main;
    }

    String main() {
        return main.getName();
    }

    /** {@code folder} is the replica's, and {@code shared} that of all. */
    List<String> arguments(String replica, Path folder, Path shared) {
        return switch (this) {
            case INGEST -> List.of("--kongguard.ingest.recordings.folder=" + shared.resolve("recordings"));
            case ANALYZER -> List.of("--kongguard.analyzer.instance-id=" + replica);
            case METRICS -> List.of("--kongguard.metrics.state-dir=" + folder);
            case GATEWAY ->
                List.of(
                        "--kongguard.gateway.dashboard-port=0",
                        "--kongguard.gateway.reconnect-within=1s",
                        "--kongguard.gateway.stream.max-events-per-second=0");
        };
    }
}
