package ai.kongguard.standalone.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RunStatus;
import ai.kongguard.standalone.restart.ServiceProcess.Stopped;
import ai.kongguard.testkit.TestBroker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two replicas of every service, told to end and started again under load. Each test leaves all of them running. */
class RollingRestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern RUN_ID = Pattern.compile("\"run_id\"\\s*:\\s*\"?(\\d+)");
    private static final String TIER = "local";

    private static TestBroker broker;
    private static Replicas replicas;
    private static WrittenTopics topics;

    @BeforeAll
    static void start() {
        broker = TestBroker.start();
        replicas = Replicas.start(2, broker.bootstrapServers());
        topics = new WrittenTopics(broker.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        replicas.close();
        broker.close();
    }

    @Test
    void losesAndDoublesNothing() throws Exception {
        try (ResumingClient client = ResumingClient.connect(replicas.origins(Service.GATEWAY));
                LogSender sender =
                        new LogSender("steady", replicas.origins(Service.INGEST), 10, Duration.ofMillis(100))) {
            await().atMost(PATIENCE).until(() -> !client.verdicts().isEmpty());
            List<Stopped> stops = new ArrayList<>();
            for (int replica = 0; replica < 2; replica++) {
                List<ServiceProcess> round = replicas.each(replica);
                stops.addAll(ServiceProcess.stopAll(round));
                round.forEach(ServiceProcess::start);
                round.forEach(ServiceProcess::awaitReady);
            }
            sender.finish();
            assertThat(stops).hasSize(8).allSatisfy(Stopped::assertGraceful);
            assertThat(topics.events()).containsAll(sender.acknowledged());
            assertThat(sender.acknowledged()).isEqualTo(sender.sent());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(client.verdicts().size() + client.skipped())
                            .isEqualTo(sender.sent().size()));
            assertThat(client.verdicts()).doesNotHaveDuplicates();
            assertThat(client.gaps()).isEmpty();
            assertThat(client.closeCodes()).isNotEmpty().containsOnly(1001);
        }
    }

    @Test
    void whatWasAcknowledgedInABurstIsThere() throws Exception {
        ServiceProcess one = replicas.of(Service.INGEST).get(0);
        List<LogSender> burst = Stream.of("burst-a", "burst-b", "burst-c")
                .map(name -> new LogSender(name, List.of(one.uri()), 2_000, Duration.ofMillis(1)))
                .toList();
        await().atMost(PATIENCE).until(() -> burst.stream()
                .noneMatch(sender -> sender.acknowledged().isEmpty()));
        Stopped stopped = one.stop();
        for (LogSender sender : burst) {
            sender.giveUp();
        }
        one.start();
        stopped.assertGraceful();
        Set<String> stored = topics.events();
        for (LogSender sender : burst) {
            assertThat(stored).containsAll(sender.acknowledged());
            assertThat(sender.sent()).hasSizeGreaterThan(sender.acknowledged().size());
        }
        one.awaitReady();
    }

    @Test
    void aRunThatIsCutShortTellsTheTruth() throws Exception {
        ServiceProcess last = replicas.of(Service.INGEST).get(0);
        ServiceProcess other = replicas.of(Service.INGEST).get(1);
        other.stop().assertGraceful();
        long run = flood();
        await().atMost(PATIENCE).until(() -> {
            RunStatus status = topics.run(run);
            return status != null && status.sent() > 100;
        });
        last.stop().assertGraceful();
        RunStatus end = Objects.requireNonNull(topics.run(run));
        assertThat(end.state()).isEqualTo(RunStatus.State.FAILED);
        assertThat(end.reason()).isEqualTo("the ingest instance was shut down");
        assertThat(end.sent()).isBetween(101L, end.planned() - 1).isEqualTo(topics.sentBy(run));
        last.start();
        other.start();
        last.awaitReady();
        other.awaitReady();
        assertThat(topics.run(run)).as("nobody took it over").isEqualTo(end);
    }

    /** After each of the tests all that is in the traffic topic was judged and counted, once. */
    @AfterEach
    void addsUp() {
        Set<String> events = topics.events();
        Set<String> judged = events.stream().map(id -> id + " " + TIER + " 0").collect(Collectors.toSet());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.verdicts()).hasSizeGreaterThanOrEqualTo(events.size()));
        assertThat(topics.verdicts()).doesNotHaveDuplicates().hasSameElementsAs(judged);
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, MetricsWindow> windows = topics.windows();
            for (String tier : List.of(MetricsWindow.UNPROTECTED, TIER)) {
                MetricsWindow total = Objects.requireNonNull(windows.get(tier + "/total"));
                assertThat(total.requests()).as(tier).isEqualTo(events.size());
                assertThat(total.lag()).as("lag of %s", tier).isZero();
                long seconds = windows.values().stream()
                        .filter(window -> window.tier().equals(tier) && window.sizeMs() == 1_000)
                        .mapToLong(MetricsWindow::requests)
                        .sum();
                assertThat(seconds + total.late()).as("seconds of %s", tier).isEqualTo(events.size());
            }
        });
        assertThat(replicas.errors()).isEmpty();
    }

    private static long flood() throws IOException, InterruptedException {
        String body = replicas.of(Service.GATEWAY)
                .get(0)
                .call("/api/attack/flood", "{\"rate\":50,\"strategy\":\"blended\",\"duration\":120}");
        Matcher id = RUN_ID.matcher(body);
        assertThat(id.find()).as(body).isTrue();
        return Long.parseLong(id.group(1));
    }
}
