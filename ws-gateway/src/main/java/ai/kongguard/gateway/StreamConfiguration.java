package ai.kongguard.gateway;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.gateway.kafka.KafkaVerdictLog;
import ai.kongguard.gateway.kafka.ReaderStatus;
import ai.kongguard.gateway.kafka.TopicReader;
import ai.kongguard.gateway.simulation.RunBoard;
import ai.kongguard.gateway.simulation.RunView;
import ai.kongguard.gateway.stream.Arrival;
import ai.kongguard.gateway.stream.StatusBoard;
import ai.kongguard.gateway.stream.StreamHub;
import ai.kongguard.gateway.ws.StreamEndpoint;
import ai.kongguard.gateway.ws.StreamLifecycle;
import ai.kongguard.kafka.KafkaAccess;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every bean of {@code /stream}. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    /** Runs that are told of, and how long after their end. */
    private static final int RUNS = 20;

    private static final Duration RUN_TOLD_FOR = Duration.ofMinutes(1);

    @Bean
    FeedQueue<Arrival> arrivals(GatewayProperties properties) {
        return new FeedQueue<>(properties.stream().capacity());
    }

    @Bean
    StatusBoard statusBoard(WindowHistory history, RunBoard runs, List<TopicReader> readers, GatewayMeters meters) {
        return new StatusBoard(
                () -> totals(history),
                now -> runs(runs, now),
                () -> readers.stream().map(StreamConfiguration::reader).toList(),
                meters::feed);
    }

    @Bean
    StreamHub streamHub(
            FeedQueue<Arrival> queue,
            TileBoard board,
            StatusBoard status,
            KafkaAccess kafka,
            GatewayProperties properties,
            ExecutorService senders,
            InstantSource clock,
            GatewayMeters meters,
            Reconnection reconnection) {
        GatewayProperties.Stream stream = properties.stream();
        StreamHub.Limits limits = new StreamHub.Limits(
                stream.maxEventsPerSecond(),
                properties.maxSessions(),
                properties.outbox().maxSize().toBytes(),
                properties.outbox().stallTimeout(),
                reconnection,
                stream.recent(),
                stream.maxBacklog(),
                stream.maxReadings(),
                stream.cursorPatience());
        KafkaVerdictLog log = new KafkaVerdictLog(kafka, kafka.topic(Topics.VERDICTS));
        return new StreamHub(queue, board, status, log, limits, senders, clock, System::nanoTime, meters);
    }

    @Bean
    StreamLifecycle streamLifecycle(StreamHub hub, GatewayProperties properties) {
        return new StreamLifecycle(hub, properties.tick());
    }

    @Bean
    StreamEndpoint streamEndpoint(StreamHub hub) {
        return new StreamEndpoint(hub);
    }

    private static Map<String, Map<String, @Nullable Object>> totals(WindowHistory history) {
        Map<String, Map<String, @Nullable Object>> totals = new TreeMap<>();
        for (String tier : history.tiers()) {
            byte[] total = history.total(tier);
            if (total != null) {
                totals.put(tier, WindowJson.of(RecordCodec.METRICS_WINDOW.decode(total)));
            }
        }
        return totals;
    }

    private static List<Map<String, @Nullable Object>> runs(RunBoard runs, Instant now) {
        return runs.newestFirst(now).stream()
                .filter(RunView::isFlood)
                .filter(run -> !run.state().isEnd() || endedAt(run).isAfter(now.minus(RUN_TOLD_FOR)))
                .limit(RUNS)
                .map(StreamConfiguration::run)
                .toList();
    }

    private static Instant endedAt(RunView run) {
        return run.status() == null ? run.issuedAt() : run.status().at();
    }

    private static Map<String, @Nullable Object> run(RunView run) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("run_id", run.runId());
        json.put("state", run.state().wireName());
        json.put("strategy", run.order().strategy().wireName());
        json.put("planned", run.status() == null ? null : run.status().planned());
        json.put("sent", run.sent());
        json.put("current_rps", run.status() == null ? 0 : run.status().currentRate());
        json.put("saturated", run.status() != null && run.status().saturated());
        json.put("reason", run.reason());
        return json;
    }

    private static Map<String, @Nullable Object> reader(TopicReader reader) {
        ReaderStatus status = reader.status();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", reader.name());
        json.put("waiting_for", status.waitingFor());
        json.put("behind", status.behind() < 0 ? null : status.behind());
        return json;
    }
}
