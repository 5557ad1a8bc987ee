package ai.kongguard.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.broker.EmbeddedBroker;
import ai.kongguard.detect.Judge;
import ai.kongguard.detect.Judgement;
import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.standalone.cli.Commands;
import ai.kongguard.testkit.TestTopics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A recording into the running system: judged as it was, counted apart, and told of as a run. */
class ReplayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path GOLDEN = Path.of("../replay/src/test/resources/golden/traffic.kgr");
    private static final int EVENTS = 300;
    private static final int ATTACKS = 90;

    @TempDir
    private Path folder;

    private final int brokerPort = EmbeddedBroker.freePort("127.0.0.1");
    private final String servers = "127.0.0.1:" + brokerPort;

    @Test
    void replaysTwiceUnderRunsOfTheirOwn() throws Exception {
        try (Standalone system = Standalone.start(
                "--kongguard.broker.port=" + brokerPort,
                "--kongguard.broker.data-folder=" + folder.resolve("broker"),
                "--logging.file.name=" + folder.resolve("log"),
                "--kongguard.demo=false",
                "--kongguard.gateway.dashboard-port=0",
                "--server.port=0")) {
            assertThat(replay("71", "--speed", "max")).isZero();
            assertThat(replay("72", "--speed", "100")).isZero();
            awaitRun(system, "71");
            awaitRun(system, "72");

            TestTopics topics = new TestTopics(servers, "");
            List<Verdict> verdicts = topics.readAll(Topics.VERDICTS).stream()
                    .map(r -> RecordCodec.VERDICT.decode(r.value()))
                    .toList();
            Map<String, TrafficEvent> events = topics.readAll(Topics.TRAFFIC).stream()
                    .map(r -> RecordCodec.TRAFFIC_EVENT.decode(r.value()))
                    .collect(Collectors.toMap(TrafficEvent::eventId, Function.identity()));
            assertThat(verdicts).hasSize(2 * EVENTS);
            assertThat(events).hasSize(2 * EVENTS);
            Judge judge = Judge.withPolicy(VerdictPolicy.defaults());
            for (Verdict verdict : verdicts) {
                TrafficEvent event = events.get(verdict.eventId());
                assertThat(event).as(verdict.eventId()).isNotNull();
                if (event != null) {
                    // By content alone: a replay is no behaviour of its clients.
                    Judgement expected = judge.judge(event);
                    assertThat(verdict.score()).isEqualTo(expected.score());
                    assertThat(verdict.action()).isEqualTo(expected.action());
                }
            }
            assertThat(topics.count(Topics.FEEDBACK)).isZero();
        }
    }

    private int replay(String run, String... options) {
        String[] command = {"replay", GOLDEN.toString(), "--run-id", run, "--bootstrap-servers", servers};
        String[] all = new String[command.length + options.length];
        System.arraycopy(command, 0, all, 0, command.length);
        System.arraycopy(options, 0, all, command.length, options.length);
        return Commands.run(all);
    }

    private static void awaitRun(Standalone system, String run) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode results = get(system, "/api/attack/flood/results/" + run);
            JsonNode local = results.at("/results_summary/tier_performance/local");
            assertThat(local.path("total_requests").asInt()).isEqualTo(EVENTS);
            assertThat(local.path("attacks").asInt()).isEqualTo(ATTACKS);
            assertThat(results.path("status").asString()).isEqualTo("completed");
        });
    }

    private static JsonNode get(Standalone system, String path) throws Exception {
        String port = system.gateway().getRequiredProperty("local.server.port");
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return JsonMapper.shared().readTree(response.body());
    }
}
