package ai.kongguard.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.Action;
import ai.kongguard.event.Confusion;
import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RunCommand;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.simulation.EventTruths;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestTopics;
import ai.kongguard.testkit.TestWindows;
import ai.kongguard.traffic.RunPlan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The flood API of two replicas; the ingest service is this test. */
class FloodApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LOW = "{\"intensity\":\"low\",\"strategy\":\"blended\",\"duration\":5,\"seed\":7}";
    private static final String PREFIX = TestBroker.newPrefix();
    private static final TestTopics TOPICS = new TestTopics(TestBroker.shared().bootstrapServers(), PREFIX);

    private static GatewayProcess first;
    private static GatewayProcess second;
    private final Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);

    @BeforeAll
    static void start() {
        first = GatewayProcess.start(TestBroker.shared(), PREFIX);
        second = GatewayProcess.start(TestBroker.shared(), PREFIX);
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"intensity\":\"huge\",\"strategy\":\"wave\"}|intensity",
                "{\"intensity\":\"low\",\"strategy\":\"quick\"}|strategy",
                "{\"intensity\":\"low\",\"strategy\":7}|strategy",
                "{\"intensity\":\"low\",\"strategy\":\"wave\",\"duration\":4}|duration",
                "{\"intensity\":\"low\",\"strategy\":\"wave\",\"duration\":301}|duration",
                "{\"intensity\":\"low\",\"strategy\":\"wave\",\"duration\":\"60\"}|duration",
                "{\"intensity\":\"low\",\"strategy\":\"wave\",\"targets\":[\"moon\"]}|target",
                "{\"intensity\":\"low\",\"strategy\":\"wave\",\"targets\":[]}|target",
                "{\"rate\":0,\"strategy\":\"wave\"}|rate",
                "{\"rate\":1e9,\"strategy\":\"wave\"}|rate",
                "{\"intensity\":\"low\",\"strategy\":\"wave\",\"endpoints\":[\"http://x\"]}|endpoints",
                "{\"intensity\":\"low\",\"strategy\":\"wave\",\"types\":[\"nothing\"]}|types",
                "{\"intensity\":\"low\",\"strategy\":\"wave\",\"seed\":-1}|seed",
                "{\"intensity\":\"low\",\"strategy\":\"wave\",\"via\":\"mail\"}|via",
            })
    void namesTheParameterThatIsInvalid(String body, String field) throws Exception {
        HttpResponse<String> response = post(first, "/api/attack/flood", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(JSON.readTree(response.body()).get("detail").asString())
                .isEqualTo("Invalid " + field + " parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sustained", "wave", "stealth", "blended", "escalation"})
    void previewsWhatTheSimulatorOfTheSameOrderSends(String strategy) throws Exception {
        int commands = TOPICS.count(Topics.COMMANDS);
        JsonNode preview =
                JSON.readTree(get(first, "/api/attack/flood/preview?rate=7.5&duration=5&seed=7&strategy=" + strategy)
                        .body());
        assertThat(TOPICS.count(Topics.COMMANDS)).isEqualTo(commands);
        String body = "{\"rate\":7.5,\"duration\":5,\"seed\":7,\"strategy\":\"" + strategy + "\"}";
        long runId = JSON.readTree(post(first, "/api/attack/flood", body).body())
                .get("run_id")
                .asLong();
        RunPlan executed = new RunPlan(Objects.requireNonNull(command(runId).order()));
        long[] sent = new long[5];
        for (long i = 0; i < executed.requests(); i++) {
            sent[(int) Math.min(4, executed.offsetNanos(i) / 1_000_000_000L)]++;
        }
        assertThat(preview.get("duration").asInt()).isEqualTo(5);
        assertThat(preview.get("planned").asLong()).isEqualTo(executed.requests());
        assertThat(preview.get("rates")
                        .valueStream()
                        .mapToLong(JsonNode::asLong)
                        .toArray())
                .containsExactly(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "intensity=huge&strategy=wave, 400, Invalid intensity parameter",
        "intensity=low&strategy=quick, 400, Invalid strategy parameter",
        "intensity=7&strategy=wave, 400, Invalid intensity parameter",
        "rate=1e9&strategy=wave, 400, Invalid rate parameter",
        "rate=many&strategy=wave, 400, Invalid rate parameter",
        "rate=&strategy=wave, 400, Invalid rate parameter",
        "intensity=low&strategy=wave&duration=301, 400, Invalid duration parameter",
        "intensity=low&strategy=wave&duration=6.5, 400, Invalid duration parameter",
        "intensity=low&strategy=wave&seed=-1, 400, Invalid seed parameter",
        "intensity=low, 422, 'query\",\"strategy'",
        "strategy=wave, 422, 'query\",\"intensity'",
    })
    void refusesThePreviewOfWhatCouldNotBeStarted(String query, int status, String text) throws Exception {
        HttpResponse<String> response = get(first, "/api/attack/flood/preview?" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains(text);
    }

    @Test
    void namesTheFieldsThatAreMissing() throws Exception {
        HttpResponse<String> response = post(first, "/api/attack/flood", "{\"duration\":60}");
        assertThat(response.statusCode()).isEqualTo(422);
        JsonNode detail = JSON.readTree(response.body()).get("detail");
        assertThat(detail).hasSize(2);
        assertThat(detail.at("/0/loc").toString()).isEqualTo("[\"body\",\"intensity\"]");
        assertThat(detail.at("/1/loc").toString()).isEqualTo("[\"body\",\"strategy\"]");
        assertThat(detail.at("/0/type").asString()).isEqualTo("missing");
        assertThat(detail.at("/0/msg").asString()).isEqualTo("Field required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "7"})
    void refusesWhatIsNoObject(String body) throws Exception {
        assertThat(post(first, "/api/attack/flood", body).statusCode()).isEqualTo(400);
    }

    @Test
    void aRunOfOneReplicaIsFollowedStoppedAndFoundByTheOther() throws Exception {
        JsonNode launched = JSON.readTree(post(first, "/api/attack/flood", LOW).body());
        long runId = launched.get("run_id").asLong();
        assertThat(runId).isBetween(1L, RunOrder.MAX_SEED);
        assertThat(launched.get("status").asString()).isEqualTo("launched");
        assertThat(launched.get("message").asString()).isEqualTo("Attack flood simulation launched with low intensity");
        assertThat(launched.at("/config/targets").toString()).isEqualTo("[\"unprotected\",\"cloud\",\"local\"]");
        RunOrder order = command(runId).order();
        assertThat(order).isNotNull();
        assertThat(order.rate()).isEqualTo(10);
        assertThat(order.seed()).isEqualTo(7);

        try (GatewayClient client = GatewayClient.connect(second.port())) {
            client.first();
            tell(status(runId, order, State.RUNNING, 2));
            JsonNode started = client.awaitFrame(frame -> type(frame).equals("attack_flood_started"));
            assertThat(started.get("run_id").asLong()).isEqualTo(runId);
            assertThat(started.get("intensity_level").asString()).isEqualTo("low");
            client.awaitFrame(frame -> type(frame).equals("attack_flood_progress")
                    && frame.get("sent").asLong() == 2);
            assertThat(JSON.readTree(get(second, "/api/attack/flood/status/" + runId)
                                    .body())
                            .get("status")
                            .asString())
                    .isEqualTo("running");

            traffic(runId, order, 0, ThreatType.SQL_INJECTION);
            traffic(runId, order, 1, ThreatType.NONE);
            first.publish(run(runId, MetricsWindow.UNPROTECTED, 0), run(runId, "local", 2));
            JsonNode row = client.awaitFrame(frame -> type(frame).equals("tier_statistics")
                            && frame.at("/stats/tier").asString("").equals("local")
                            && frame.at("/stats/total_requests").asLong() == 2)
                    .get("stats");
            assertThat(row.get("run_id").asLong()).isEqualTo(runId);
            assertThat(row.get("attacks_blocked").asLong()).isEqualTo(1);
            assertThat(row.get("attacks_allowed").asLong()).isZero();
            assertThat(row.get("avg_response_time").asDouble()).isEqualTo(4.5);
            assertThat(row.get("avg_threat_score").asDouble()).isEqualTo(0.8);
            assertThat(row.get("avg_confidence").asDouble()).isEqualTo(0.9);
            assertThat(row.get("detection_rate").asDouble()).isEqualTo(100);
            assertThat(row.get("false_positive_rate").asDouble()).isEqualTo(100);
            assertThat(row.get("false_negative_rate").asDouble()).isZero();
            EventTruths truths = second.context.getBean(EventTruths.class);
            await().atMost(PATIENCE).until(() -> truths.of(order.eventId(now, 0)) != null);
            first.publish(
                    verdict(order, 0, Action.BLOCK, ThreatType.SQL_INJECTION),
                    verdict(order, 1, Action.RATE_LIMIT, ThreatType.XSS));
            JsonNode metric = client.awaitFrame(frame -> type(frame).equals("attack_metric")
                            && frame.at("/metric/tier").asString("").equals("local"))
                    .get("metric");
            assertThat(metric.get("run_id").asLong()).isEqualTo(runId);
            assertThat(metric.get("blocked").asBoolean()).isTrue();
            assertThat(metric.get("event_id").asString()).isEqualTo(order.eventId(now, 0));
            // What it really is, and not what the verdict calls it.
            assertThat(metric.get("attack_type").asString()).isEqualTo("sql_injection");
            client.awaitFrame(frame -> frame.at("/metric/tier").asString("").equals("unprotected")
                    && !frame.at("/metric/blocked").asBoolean());

            assertThat(post(second, "/api/attack/flood/stop/" + runId, "").body())
                    .contains("\"status\":\"stopped\"");
            await().atMost(PATIENCE).until(() -> commands().stream()
                    .anyMatch(c -> c.runId() == runId && c.kind() == RunCommand.Kind.STOP));
            tell(status(runId, order, State.STOPPED, 2));
            client.awaitFrame(frame -> type(frame).equals("attack_flood_stopped"));
            JsonNode completed = client.awaitFrame(frame -> type(frame).equals("attack_flood_completed"));
            assertThat(completed.get("status").asString()).isEqualTo("stopped");
            int end = client.frames.indexOf(completed);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(client.frames.stream().skip(end))
                            .filteredOn(frame -> type(frame).equals("tier_statistics"))
                            .extracting(frame -> frame.at("/stats/tier").asString())
                            .contains("unprotected", "cloud", "local"));
            assertThat(new DescribedSockets().check("ws", client.frames))
                    .contains(
                            "connection",
                            "threat_analysis",
                            "metrics",
                            "attack_flood_started",
                            "attack_flood_progress",
                            "attack_flood_stopped",
                            "attack_flood_completed",
                            "attack_metric",
                            "tier_statistics");
        }
        // A late word of an executor that did not know is not listened to.
        tell(status(runId, order, State.RUNNING, 3));
        for (GatewayProcess gateway : List.of(first, second)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertResults(gateway, runId));
        }
        try (GatewayProcess restarted = GatewayProcess.start(TestBroker.shared(), PREFIX)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertResults(restarted, runId));
            assertThat(JSON.readTree(get(restarted, "/api/attack/flood/list").body())
                            .at("/runs/0/run_id")
                            .asLong())
                    .isPositive();
        }
    }

    private static void assertResults(GatewayProcess gateway, long runId) throws Exception {
        JsonNode status =
                JSON.readTree(get(gateway, "/api/attack/flood/status/" + runId).body());
        assertThat(status.get("status").asString()).isEqualTo("stopped");
        assertThat(status.get("return_code").asInt()).isZero();
        JsonNode results =
                JSON.readTree(get(gateway, "/api/attack/flood/results/" + runId).body());
        assertThat(results.get("total_attacks").asInt()).isEqualTo(1);
        JsonNode local = results.at("/results_summary/tier_performance/local");
        assertThat(local.get("total_requests").asInt()).isEqualTo(2);
        assertThat(local.get("attacks_blocked").asInt()).isEqualTo(1);
        assertThat(local.get("detection_rate").asDouble()).isEqualTo(100);
        assertThat(local.get("false_positive_rate").asDouble()).isEqualTo(100);
        JsonNode unprotected = results.at("/results_summary/tier_performance/unprotected");
        assertThat(unprotected.get("detection_rate").asDouble()).isZero();
        assertThat(results.at("/results_summary/tier_performance/cloud/detection_rate")
                        .isNull())
                .isTrue();
        JsonNode injections = results.at("/results_summary/attack_breakdown/sql_injection");
        assertThat(injections.get("count").asInt()).isEqualTo(1);
        assertThat(injections.get("blocked_count").asInt()).isEqualTo(1);
        assertThat(injections.get("avg_threat_score").asDouble()).isEqualTo(0.95);
        assertThat(results.at("/results_summary/attack_breakdown/none/count").asInt())
                .isEqualTo(1);
        JsonNode windows =
                JSON.readTree(get(gateway, "/api/metrics/runs/" + runId).body()).get("tiers");
        assertThat(windows.at("/local/scores/mean_score").asDouble()).isEqualTo(0.8);
        assertThat(windows.at("/local/scores/mean_score_by_truth/none").asDouble())
                .isEqualTo(0.65);
        assertThat(windows.at("/unprotected/scores").isNull()).isTrue();
        JsonNode stats = JSON.readTree(
                get(gateway, "/api/attack/runs/" + runId + "/stats").body());
        assertThat(stats.get("tierStatistics")).hasSize(3);
        assertThat(stats.get("intensity_level").asString()).isEqualTo("low");
    }

    @Test
    void anUnknownRunIsNotFound() throws Exception {
        JsonNode status =
                JSON.readTree(get(first, "/api/attack/flood/status/12345").body());
        assertThat(status.toString()).isEqualTo("{\"run_id\":12345,\"status\":\"not_found\",\"return_code\":null}");
        assertThat(get(first, "/api/attack/flood/status/nonsense").statusCode()).isEqualTo(200);
        assertThat(post(first, "/api/attack/flood/stop/12345", "").statusCode()).isEqualTo(404);
        assertThat(get(first, "/api/attack/flood/results/12345").statusCode()).isEqualTo(404);
        HttpResponse<String> stats = get(first, "/api/attack/runs/12345/stats");
        assertThat(stats.statusCode()).isEqualTo(404);
        assertThat(stats.body()).isEqualTo("{\"detail\":\"Run 12345 not found\"}");
    }

    @Test
    void aRunThatNobodyTellsOfHasFailed() throws Exception {
        RunOrder order = RecordCodec.RUN_COMMAND
                .decode(TOPICS.readAll(Topics.COMMANDS).isEmpty() ? launch() : anyStart())
                .order();
        assertThat(order).isNotNull();
        RunStatus silent = status(99, order, State.RUNNING, 5);
        RunStatus old = new RunStatus(
                1,
                99,
                State.RUNNING,
                order,
                "gone",
                50,
                5,
                5,
                0,
                0,
                0,
                0,
                10,
                false,
                null,
                now.minusSeconds(60),
                null,
                now.minusSeconds(50));
        assertThat(silent.runId()).isEqualTo(old.runId());
        tell(old);
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode status =
                    JSON.readTree(get(first, "/api/attack/flood/status/99").body());
            assertThat(status.get("status").asString()).isEqualTo("failed");
            assertThat(status.get("return_code").asInt()).isEqualTo(1);
            assertThat(status.get("reason").asString()).contains("silent");
        });
    }

    @Test
    void aQuickAttackNamesItsEventAndIsNoFlood() throws Exception {
        JsonNode quick = JSON.readTree(
                post(first, "/api/attack/quick", "{\"type\":\"cmd_injection\"}").body());
        RunOrder order = command(quick.get("run_id").asLong()).order();
        assertThat(order).isNotNull();
        Instant startAt = order.startAt();
        assertThat(startAt).isNotNull();
        assertThat(quick.get("event_id").asString()).isEqualTo(order.eventId(startAt, 0));
        assertThat(order.types()).containsExactly(ThreatType.COMMAND_INJECTION);
        assertThat(post(first, "/api/attack/quick", "{}").statusCode()).isEqualTo(422);
        assertThat(post(first, "/api/attack/quick", "{\"type\":\"nothing\"}").statusCode())
                .isEqualTo(400);
        assertThat(get(first, "/api/attack/runs").body())
                .doesNotContain(quick.get("run_id").asString());
    }

    @Test
    void answersThreeAttacksOnceTheLiveReaderHasTheirVerdicts() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = HTTP.sendAsync(
                request(first, "/simulate-attacks")
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        Set<String> judged = new HashSet<>();
        while (!answer.isDone()) {
            for (RunCommand command : commands()) {
                RunOrder order = command.order();
                Instant at = order == null ? null : order.startAt();
                if (order == null || at == null || at.isBefore(now) || !judged.add(order.eventId(at, 0))) {
                    continue;
                }
                boolean attack = !order.types().contains(ThreatType.NONE);
                String eventId = order.eventId(at, 0);
                first.publish(attack ? Samples.attack(eventId) : Samples.benign(eventId));
            }
        }
        JsonNode simulations = JSON.readTree(answer.get().body()).get("simulations");
        assertThat(simulations).hasSize(3);
        assertThat(simulations.at("/0/result/recommended_action").asString()).isEqualTo("block");
        assertThat(simulations.at("/2/result/recommended_action").asString()).isEqualTo("allow");
    }

    @Test
    void refusesPagesOfForeignOrigins() throws Exception {
        HttpRequest request = request(first, "/api/attack/quick")
                .header("Origin", "https://evil.example")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"type\":\"sql\"}"))
                .build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    private static byte[] launch() throws Exception {
        post(first, "/api/attack/flood", LOW);
        return anyStart();
    }

    private static byte[] anyStart() {
        return RecordCodec.RUN_COMMAND.encode(commands().stream()
                .filter(c -> c.kind() == RunCommand.Kind.START)
                .findFirst()
                .orElseThrow());
    }

    private static List<RunCommand> commands() {
        return TOPICS.readAll(Topics.COMMANDS).stream()
                .map(record -> RecordCodec.RUN_COMMAND.decode(record.value()))
                .toList();
    }

    private static RunCommand command(long runId) {
        return commands().stream().filter(c -> c.runId() == runId).findFirst().orElseThrow();
    }

    private static void tell(RunStatus status) {
        TOPICS.send(Topics.RUNS, status.key(), status.at(), List.of(RecordCodec.RUN_STATUS.encode(status)), Map.of());
    }

    private RunStatus status(long runId, RunOrder order, State state, long sent) {
        Instant ended = state.isEnd() ? now : null;
        return new RunStatus(1, runId, state, order, "i1", 50, sent, 1, 0, 0, 0, 0, 10, false, null, now, ended, now);
    }

    private void traffic(long runId, RunOrder order, long index, ThreatType type) {
        TrafficEvent event = TrafficEvent.ofRequest("simulator", "GET", "/", "", Map.of(), null);
        String json = new String(RecordCodec.TRAFFIC_EVENT.encode(event), UTF_8)
                .replace("\"event_id\":\"simulator\"", "\"event_id\":\"" + order.eventId(now, index) + "\"");
        TOPICS.send(
                Topics.TRAFFIC,
                "203.0.113.1",
                now,
                List.of(json.getBytes(UTF_8)),
                Map.of(
                        GroundTruth.RUN_ID.header(), Long.toString(runId).getBytes(UTF_8),
                        GroundTruth.TYPE.header(), type.wireName().getBytes(UTF_8)));
    }

    /** What metrics-streams counts of an attack and a benign request, of which a tier that judges stops so many. */
    private MetricsWindow run(long runId, String tier, long blocked) {
        Confusion truth = blocked == 0 ? new Confusion(0, 0, 1, 1) : new Confusion(1, 1, 0, 0);
        Map<ThreatType, Confusion> byType = Map.of(ThreatType.SQL_INJECTION, truth);
        boolean judges = !tier.equals(MetricsWindow.UNPROTECTED);
        MetricsWindow.LatencySummary latency =
                judges ? new MetricsWindow.LatencySummary(2, 4.5, 4, 5, 5, 5, new byte[0]) : null;
        MetricsWindow.Scores scores = judges
                ? new MetricsWindow.Scores(0.8, 0.9, Map.of(ThreatType.SQL_INJECTION, 0.95, ThreatType.NONE, 0.65))
                : null;
        MetricsWindow window = TestWindows.window(
                tier,
                MetricsWindow.TOTAL,
                now,
                2,
                Map.of(Action.BLOCK, blocked, Action.ALLOW, 2 - blocked),
                Map.of(ThreatType.XSS, 2L),
                latency,
                now);
        return TestWindows.ofRun(TestWindows.judged(window, truth, byType, scores), Long.toString(runId));
    }

    private Verdict verdict(RunOrder order, long index, Action action, ThreatType type) {
        String json = new String(RecordCodec.VERDICT.encode(Samples.attack(order.eventId(now, index))), UTF_8)
                .replace("\"source\":\"kong\"", "\"source\":\"simulator\"")
                .replace("\"action\":\"block\"", "\"action\":\"" + action.wireName() + "\"");
        Verdict verdict = RecordCodec.VERDICT.decode(json.getBytes(UTF_8));
        assertThat(verdict.source()).isEqualTo("simulator");
        assertThat(type).isNotNull();
        return verdict;
    }

    private static String type(JsonNode frame) {
        return frame.path("type").asString("");
    }

    private static HttpRequest.Builder request(GatewayProcess gateway, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
    }

    private static HttpResponse<String> post(GatewayProcess gateway, String path, String body) throws Exception {
        return HTTP.send(
                request(gateway, path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(GatewayProcess gateway, String path) throws Exception {
        return HTTP.send(request(gateway, path).build(), BodyHandlers.ofString());
    }
}
