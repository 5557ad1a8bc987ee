package ai.kongguard.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.testkit.TestEvents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictWindowsTopologyTest {

    /** A full minute, so that windows of every size begin here. */
    private static final Instant T0 = Instant.ofEpochMilli(1_795_400_760_000L);

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> verdicts;
    private final TestOutputTopic<String, byte[]> output;
    private final Map<String, MetricsWindow> windows = new HashMap<>();
    private int events;

    VerdictWindowsTopologyTest(@TempDir java.nio.file.Path stateDir) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        var topology = new VerdictWindowsTopology(
                        "in", "out", List.of("local"), TICK, GRACE, new MetricsMeters(registry))
                .get();
        driver = new TopologyTestDriver(topology, config, T0);
        verdicts = driver.createInputTopic("in", new StringSerializer(), new ByteArraySerializer());
        output = driver.createOutputTopic("out", new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void countsByActionAndTypeInWindowsOfEverySizeAndInTotal() {
        pipe("local", Action.BLOCK, ThreatType.XSS, T0);
        pipe("local", Action.ALLOW, ThreatType.NONE, T0.plusMillis(999));
        pipe("local", Action.MONITOR, ThreatType.XSS, T0.plusMillis(1_000));
        pipe("local", Action.RATE_LIMIT, ThreatType.SQL_INJECTION, T0.plusSeconds(10));
        tick();
        assertThat(requests("local", 1_000, 0)).isEqualTo(2);
        assertThat(requests("local", 1_000, 1)).isEqualTo(1);
        assertThat(requests("local", 1_000, 10)).isEqualTo(1);
        assertThat(requests("local", 10_000, 0)).isEqualTo(3);
        assertThat(requests("local", 10_000, 10)).isEqualTo(1);
        assertThat(requests("local", 60_000, 0)).isEqualTo(4);
        MetricsWindow total = total("local");
        assertThat(total.requests()).isEqualTo(4);
        assertThat(total.actions())
                .isEqualTo(Map.of(Action.BLOCK, 1L, Action.ALLOW, 1L, Action.MONITOR, 1L, Action.RATE_LIMIT, 1L));
        assertThat(total.threatTypes())
                .isEqualTo(Map.of(ThreatType.XSS, 2L, ThreatType.NONE, 1L, ThreatType.SQL_INJECTION, 1L));
        assertThat(total.start()).isEqualTo(T0);
    }

    @Test
    void everySizeSumsUpToTheTotal() {
        for (int i = 0; i < 5_000; i++) {
            pipe("local", i % 5 == 0 ? Action.BLOCK : Action.ALLOW, ThreatType.NONE, T0.plusMillis(i * 37L));
            if (i % 400 == 0) {
                tick();
            }
        }
        tick();
        for (long size : WindowKey.SIZES) {
            assertThat(sum("local", size)).as("windows of %d ms", size).isEqualTo(5_000);
        }
        assertThat(total("local").requests()).isEqualTo(5_000);
        assertThat(total("local").blocked()).isEqualTo(1_000);
    }

    @Test
    void keepsTiersApart() {
        pipe("local", Action.BLOCK, ThreatType.XSS, T0);
        pipe("cloud", Action.ALLOW, ThreatType.NONE, T0);
        pipe("cloud", Action.ALLOW, ThreatType.NONE, T0);
        tick();
        assertThat(total("local").requests()).isEqualTo(1);
        assertThat(total("cloud").requests()).isEqualTo(2);
    }

    @Test
    void putsAnOutOfOrderVerdictWhereItBelongs() {
        pipe("local", Action.ALLOW, ThreatType.NONE, T0.plusSeconds(200));
        tick();
        pipe("local", Action.BLOCK, ThreatType.XSS, T0.plusSeconds(3));
        tick();
        assertThat(requests("local", 1_000, 3)).isEqualTo(1);
        assertThat(requests("local", 60_000, 0)).isEqualTo(1);
        assertThat(total("local").late()).isZero();
    }

    @Test
    void countsAVerdictAfterItsGraceAsLateAndInTheTotal() {
        driver.advanceWallClockTime(Duration.ofHours(1));
        pipe("local", Action.ALLOW, ThreatType.NONE, T0.plusSeconds(3_000));
        tick();
        pipe("local", Action.BLOCK, ThreatType.XSS, T0.plusSeconds(3));
        tick();
        assertThat(requests("local", 1_000, 3)).isZero();
        assertThat(total("local").requests()).isEqualTo(2);
        assertThat(total("local").late()).isEqualTo(1);
    }

    @Test
    void aClockThatIsAheadDoesNotCloseTheWindowsOfOthers() {
        pipe("local", Action.ALLOW, ThreatType.NONE, T0.plus(Duration.ofDays(30)));
        tick();
        pipe("local", Action.ALLOW, ThreatType.NONE, T0.plusSeconds(1));
        tick();
        assertThat(requests("local", 1_000, 1)).isEqualTo(1);
        assertThat(total("local").late()).isZero();
    }

    @Test
    void showsSilenceAsZeroOncePerWindow() {
        driver.advanceWallClockTime(TICK);
        driver.advanceWallClockTime(Duration.ofSeconds(12));
        Map<String, Long> written = new HashMap<>();
        output.readRecordsToList().forEach(record -> {
            written.merge(record.key(), 1L, Long::sum);
            assertThat(RecordCodec.METRICS_WINDOW.decode(record.value()).requests())
                    .isZero();
        });
        assertThat(written).containsKeys("local/total", key(1_000, 0), key(1_000, 5), key(1_000, 12), key(10_000, 10));
        written.remove("local/total");
        assertThat(written.values()).containsOnly(1L);
    }

    @Test
    void repeatsTheTotalOnceASecondInSilence() {
        pipe("local", Action.BLOCK, ThreatType.XSS, T0);
        tick();
        for (int i = 0; i < 20; i++) {
            driver.advanceWallClockTime(TICK);
        }
        List<MetricsWindow> totals = output.readRecordsToList().stream()
                .filter(record -> record.key().equals("local/total"))
                .map(record -> RecordCodec.METRICS_WINDOW.decode(record.value()))
                .toList();
        assertThat(totals).hasSize((int) (20 * TICK.toMillis() / 1_000));
        assertThat(totals).allSatisfy(total -> assertThat(total.requests()).isEqualTo(1));
    }

    @Test
    void silenceNeverOverwritesACount() {
        pipe("local", Action.ALLOW, ThreatType.NONE, T0.plusMillis(300));
        driver.advanceWallClockTime(TICK);
        driver.advanceWallClockTime(TICK);
        driver.advanceWallClockTime(Duration.ofSeconds(3));
        read();
        assertThat(requests("local", 1_000, 0)).isEqualTo(1);
        assertThat(requests("local", 1_000, 2)).isZero();
        assertThat(windows).containsKey(key(1_000, 2));
    }

    @Test
    void boundsTheZerosAfterALongPause() {
        driver.advanceWallClockTime(TICK);
        read();
        driver.advanceWallClockTime(Duration.ofHours(5));
        assertThat(output.getQueueSize()).isLessThan(3 * 61 + 2);
    }

    @Test
    void aSecondOpinionIsNoFurtherRequest() {
        var verdict = TestEvents.verdict("e1", "203.0.113.1", "local", Action.MONITOR, ThreatType.XSS, T0);
        verdicts.pipeInput("203.0.113.1", RecordCodec.VERDICT.encode(verdict), T0);
        verdicts.pipeInput("203.0.113.1", RecordCodec.VERDICT.encode(TestEvents.revised(verdict, 1)), T0);
        tick();
        assertThat(total("local").requests()).isEqualTo(1);
        assertThat(count("revisions")).isEqualTo(1);
    }

    @Test
    void skipsAndCountsWhatIsNoVerdict() {
        verdicts.pipeInput("k", "nonsense".getBytes(UTF_8), T0);
        verdicts.pipeInput("k", null, T0);
        pipe("local", Action.ALLOW, ThreatType.NONE, T0);
        tick();
        assertThat(total("local").requests()).isEqualTo(1);
        assertThat(count("malformed")).isEqualTo(2);
        assertThat(count("verdicts")).isEqualTo(1);
    }

    private void pipe(String tier, Action action, ThreatType type, Instant observedAt) {
        var verdict = TestEvents.verdict("e" + events++, "203.0.113." + events % 7, tier, action, type, observedAt);
        verdicts.pipeInput(verdict.clientIp(), RecordCodec.VERDICT.encode(verdict), observedAt);
    }

    private void tick() {
        driver.advanceWallClockTime(TICK);
        read();
    }

    private void read() {
        output.readRecordsToList()
                .forEach(record -> windows.put(record.key(), RecordCodec.METRICS_WINDOW.decode(record.value())));
    }

    private double count(String meter) {
        return registry.get("kongguard.metrics." + meter).counter().count();
    }

    private MetricsWindow total(String tier) {
        MetricsWindow total = windows.get(tier + "/total");
        assertThat(total).isNotNull();
        return total;
    }

    private long sum(String tier, long size) {
        return windows.values().stream()
                .filter(w -> w.tier().equals(tier) && w.sizeMs() == size)
                .mapToLong(MetricsWindow::requests)
                .sum();
    }

    private static String key(long size, long seconds) {
        return "local/" + size + "/" + T0.plusSeconds(seconds).toEpochMilli();
    }

    private long requests(String tier, long size, long seconds) {
        MetricsWindow window =
                windows.get(tier + "/" + size + "/" + T0.plusSeconds(seconds).toEpochMilli());
        return window == null ? 0 : window.requests();
    }
}
