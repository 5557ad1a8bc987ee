package ai.kongguard.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Feedback;
import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.Incident;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology without a broker: pipes records, moves the clock, and keeps the newest record of every key. */
final class MetricsDriver implements AutoCloseable {

    /** A full minute, so that windows of every size begin here. */
    static final Instant T0 = Instant.ofEpochMilli(1_795_400_760_000L);

    static final Duration TICK = Duration.ofMillis(250);

    final Map<String, MetricsWindow> windows = new HashMap<>();
    final Map<String, Incident> incidents = new HashMap<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<String, byte[]>> inputs = new HashMap<>();
    private final TestOutputTopic<String, byte[]> windowTopic;
    private final TestOutputTopic<String, byte[]> incidentTopic;

    MetricsDriver(Path stateDir) {
        this(stateDir, 10_000);
    }

    MetricsDriver(Path stateDir, int rememberedEvents) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        MetricsSettings settings = new MetricsSettings(
                "traffic",
                "verdicts",
                "feedback",
                "out",
                "alarms",
                1,
                List.of("local"),
                TICK,
                Duration.ofMinutes(5),
                rememberedEvents,
                Duration.ofHours(2),
                Duration.ofMinutes(5),
                3,
                100,
                3,
                new SilenceWatch.Limits(
                        Duration.ofSeconds(15), Duration.ofSeconds(60), Set.of("demo"), Duration.ofSeconds(10)));
        driver = new TopologyTestDriver(
                new MetricsTopology(settings, GroupLag.UNKNOWN, new MetricsMeters(registry)).get(), config, T0);
        for (String topic : List.of("traffic", "verdicts", "feedback")) {
            inputs.put(topic, driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer()));
        }
        windowTopic = driver.createOutputTopic("out", new StringDeserializer(), new ByteArrayDeserializer());
        incidentTopic = driver.createOutputTopic("alarms", new StringDeserializer(), new ByteArrayDeserializer());
    }

    void verdict(Verdict verdict) {
        pipe("verdicts", verdict.clientIp(), RecordCodec.VERDICT.encode(verdict), Map.of());
    }

    /** Truth as ingest writes it; {@code label} null for none. */
    void traffic(TrafficEvent event, @Nullable String label, @Nullable ThreatType type, @Nullable String run) {
        Map<String, String> headers = new HashMap<>();
        if (label != null) {
            headers.put(GroundTruth.LABEL.header(), label);
        }
        if (type != null) {
            headers.put(GroundTruth.TYPE.header(), type.wireName());
        }
        if (run != null) {
            headers.put(GroundTruth.RUN_ID.header(), run);
        }
        pipe("traffic", event.clientIp(), RecordCodec.TRAFFIC_EVENT.encode(event), headers);
    }

    void feedback(String eventId, boolean attack) {
        Feedback feedback = new Feedback(Feedback.SCHEMA, eventId, attack, T0.plusSeconds(30));
        pipe("feedback", eventId, RecordCodec.FEEDBACK.encode(feedback), Map.of());
    }

    void raw(String topic, byte @Nullable [] value) {
        pipe(topic, "k", value, Map.of());
    }

    void advance(Duration duration) {
        driver.advanceWallClockTime(duration);
    }

    /** Until everything that was piped is written. */
    void settle() {
        advance(TICK);
        advance(Duration.ofSeconds(6));
        var unused = readCounting();
    }

    /** Reads what was written and tells how many records each key had. */
    Map<String, Long> readCounting() {
        Map<String, Long> written = new HashMap<>();
        windowTopic.readRecordsToList().forEach(record -> {
            written.merge(record.key(), 1L, Long::sum);
            windows.put(record.key(), RecordCodec.METRICS_WINDOW.decode(record.value()));
        });
        incidentTopic.readRecordsToList().forEach(record -> {
            if (record.value() == null) {
                incidents.remove(record.key());
            } else {
                incidents.put(record.key(), RecordCodec.INCIDENT.decode(record.value()));
            }
        });
        return written;
    }

    double count(String meter) {
        return registry.get("kongguard.metrics." + meter).counter().count();
    }

    MetricsWindow total(String tier) {
        return window(tier + "/total");
    }

    MetricsWindow window(String key) {
        MetricsWindow window = windows.get(key);
        assertThat(window).as(key).isNotNull();
        return window;
    }

    long sum(String tier, long size) {
        return windows.values().stream()
                .filter(w -> w.tier().equals(tier) && w.sizeMs() == size)
                .mapToLong(MetricsWindow::requests)
                .sum();
    }

    static String key(long size, long seconds) {
        return "local/" + size + "/" + T0.plusSeconds(seconds).toEpochMilli();
    }

    long requests(String tier, long size, long seconds) {
        MetricsWindow window =
                windows.get(tier + "/" + size + "/" + T0.plusSeconds(seconds).toEpochMilli());
        return window == null ? 0 : window.requests();
    }

    @Override
    public void close() {
        driver.close();
    }

    private void pipe(String topic, String key, byte @Nullable [] value, Map<String, String> headers) {
        RecordHeaders recordHeaders = new RecordHeaders();
        headers.forEach((name, text) -> recordHeaders.add(name, text.getBytes(UTF_8)));
        TestInputTopic<String, byte[]> input = inputs.get(topic);
        assertThat(input).isNotNull();
        input.pipeInput(new TestRecord<>(key, value, recordHeaders, T0));
    }
}
