package ai.kongguard.gateway;

import static ai.kongguard.gateway.GatewayHttp.analyzeBody;
import static ai.kongguard.gateway.GatewayHttp.json;
import static ai.kongguard.gateway.GatewayHttp.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.Incident;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RunCommand;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.StoredRecording;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Topics;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import ai.kongguard.testkit.TestWindows;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI description is what the gateway does: nothing more, nothing less. */
class OpenApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FLOOD = "/api/attack/flood";
    private static final String REPLAYS = "/api/replays";
    private static final String LOW = "{\"intensity\":\"low\",\"strategy\":\"wave\",\"duration\":5,\"seed\":7}";
    private static final String EVENT =
            "/api/events/e9?client_ip=203.0.113.9&observed_at=" + Samples.NOW.toEpochMilli();
    private static final String TOO_LARGE = quoted("x".repeat(1_100_000));
    private static final String PREFIX = TestBroker.newPrefix();
    private static final TestTopics TOPICS = new TestTopics(TestBroker.shared().bootstrapServers(), PREFIX);

    private static GatewayProcess gateway;
    private static GatewayHttp http;
    private static DescribedApi api;

    @BeforeAll
    static void start() throws Exception {
        gateway = GatewayProcess.start(
                TestBroker.shared(),
                PREFIX,
                "--kongguard.gateway.analyze.timeout=5s",
                "--kongguard.gateway.events.timeout=25s");
        http = new GatewayHttp(gateway.port());
        api = new DescribedApi(http.get("/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void describesEveryRouteAndParameterAndNoOther() {
        Map<String, HandlerMethod> routes = routes();
        assertThat(api.operations()).isEqualTo(routes.keySet());
        routes.forEach((operation, method) ->
                assertThat(api.parameters(operation)).as(operation).isEqualTo(parameters(method)));
    }

    @Test
    void servesTheFileOfTheRepositoryAndAPageOfIt() throws Exception {
        assertThat(http.get("/openapi.yaml").body())
                .isEqualTo(Files.readString(Path.of("src", "main", "resources", "openapi.yaml")));
        String page = http.get("/docs").body();
        assertThat(page)
                .doesNotContain("<script", "style=", "http://", "https://", "onclick")
                .doesNotContainPattern("(src|href)=\"(?!/docs/|/dashboard/icon|/openapi|/asyncapi|#)");
        assertThat(api.operations()).allSatisfy(operation -> assertThat(page).contains(operation));
        assertThat(http.get("/docs/page.css").statusCode()).isEqualTo(200);
    }

    @Test
    void everyAnswerIsAsDescribedAndEveryDescribedAnswerIsGiven() throws Exception {
        // Nobody judges yet: these two take the longest.
        CompletableFuture<HttpResponse<String>> unjudged = http.postLater("/simulate-attacks", "");
        CompletableFuture<HttpResponse<String>> late = http.postLater("/analyze", analyzeBody("203.0.113.1", ""));
        publishNumbers();
        reads();
        refusals();
        recordings();
        long runId = runs();
        api.check("POST", "/analyze", late.get(30, TimeUnit.SECONDS));
        api.check("POST", "/simulate-attacks", unjudged.get(30, TimeUnit.SECONDS));
        judged();
        withoutKafka();
        assertThat(runId).isPositive();
        assertThat(api.unanswered()).isEmpty();
    }

    private static void publishNumbers() {
        Instant now = Instant.now();
        gateway.publish(Samples.total(10, 3, 1, now), Samples.window(10_000, now.minusSeconds(60), 4));
        gateway.publish(Samples.attack("e1"), Samples.benign("e2"));
        byte[] event = RecordCodec.TRAFFIC_EVENT.encode(TestEvents.event("e9", "203.0.113.9", "/%2e", ""));
        TOPICS.send(Topics.TRAFFIC, "203.0.113.9", Samples.NOW, List.of(event), Map.of());
        publishRecordings(TOPICS);
        Incident incident = new Incident(
                Incident.SCHEMA,
                "source/203.0.113.1/1",
                Incident.Kind.SOURCE,
                "203.0.113.1",
                3,
                now.minusSeconds(5),
                now,
                Map.of(ThreatType.XSS, 3L),
                List.of("203.0.113.1"),
                1,
                false,
                List.of("e1"),
                0.9,
                now);
        byte[] status = RecordCodec.TIER_STATUS.encode(Samples.tierStatus("cloud", now));
        TOPICS.send(Topics.TIERS, "cloud/i1", now, List.of(status), Map.of());
        TOPICS.send(Topics.INCIDENTS, incident.id(), now, List.of(RecordCodec.INCIDENT.encode(incident)), Map.of());
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(json(http.get("/api/incidents")).get("incidents")).isNotEmpty();
            assertThat(json(http.get("/api/metrics")).at("/tiers/local/windows"))
                    .isNotEmpty();
            assertThat(json(http.get("/ml/status")).get("models")).isNotEmpty();
            assertThat(json(http.get("/api/tiers")).get("tiers")).isNotEmpty();
        });
    }

    private static void publishRecordings(TestTopics topics) {
        StoredRecording none =
                new StoredRecording(1, "text", 5, Samples.NOW, null, null, null, null, null, "no recording");
        for (StoredRecording one : List.of(Samples.recording("kept"), none)) {
            byte[] value = RecordCodec.STORED_RECORDING.encode(one);
            topics.send(Topics.RECORDINGS, one.name(), Samples.NOW, List.of(value), Map.of());
        }
    }

    private static void recordings() throws Exception {
        await().atMost(PATIENCE)
                .until(() ->
                        json(http.get("/api/recordings")).path("recordings").size() == 2);
        post("/api/recordings", "{\"name\":\"new\",\"verdicts\":true}");
        post("/api/recordings", "{\"name\":\"kept\"}");
        post("/api/recordings", "{\"name\":\"../kept\"}");
        post("/api/recordings", TOO_LARGE);
        long runId =
                json(post(REPLAYS, "{\"recording\":\"kept\"}")).get("run_id").asLong();
        for (String body : List.of("{\"recording\":\"none\"}", "{\"recording\":\"text\"}", "{}", TOO_LARGE)) {
            post(REPLAYS, body);
        }
        post(REPLAYS, "{\"recording\":\"kept\",\"speed\":0.01}");
        for (String path : List.of("/api/recordings", "/api/recordings/kept", "/api/recordings/none", REPLAYS)) {
            get(path);
        }
        get(REPLAYS + "/7");
        get(REPLAYS + "/" + runId);
        for (String id : List.of(Long.toString(runId), "7")) {
            post(REPLAYS + "/" + id + "/pause", "");
            post(REPLAYS + "/" + id + "/resume", "");
            post(REPLAYS + "/" + id + "/seek", "{\"by\":\"-10s\"}");
            post(REPLAYS + "/" + id + "/stop", "");
        }
        post(REPLAYS + "/" + runId + "/seek", "{\"by\":\"-10s\",\"fraction\":1}");
        post(REPLAYS + "/" + runId + "/seek", TOO_LARGE);
        RunOrder order = RunOrder.replay(null, List.of(), 100, 1_000, 1, 1);
        RunStatus over = RunStatus.unsent(runId, RunStatus.State.STOPPED, order, "i1", null, Instant.now());
        TOPICS.send(Topics.RUNS, over.key(), over.at(), List.of(RecordCodec.RUN_STATUS.encode(over)), Map.of());
        await().atMost(PATIENCE).until(() -> json(http.get(REPLAYS + "/" + runId))
                .path("state")
                .asString()
                .equals("stopped"));
        for (String what : List.of("pause", "resume", "seek")) {
            post(REPLAYS + "/" + runId + "/" + what, "");
        }
    }

    private static void reads() throws Exception {
        for (String path : List.of(
                "/",
                "/stats",
                "/health",
                "/test",
                "/models",
                "/metrics",
                "/metrics/",
                "/docs",
                "/openapi.json",
                "/openapi.yaml",
                "/asyncapi.json",
                "/asyncapi.yaml",
                "/ml/status",
                "/cache/stats",
                "/api/agents/triage",
                "/api/incidents",
                "/api/metrics",
                "/providers/health",
                "/providers/stats",
                "/providers/analytics",
                "/providers/analytics?hours=0",
                "/api/tiers",
                "/api/incidents?limit=0",
                "/api/metrics?step=1ms",
                "/api/metrics?fields=requests",
                "/api/metrics/runs/7",
                "/api/dead-letters",
                "/api/dead-letters?limit=0",
                EVENT,
                "/api/events/e1?client_ip=203.0.113.250&observed_at=" + Samples.NOW.toEpochMilli(),
                "/api/events/e1?client_ip=203.0.113.1&observed_at=never",
                "/api/events/e1",
                "/api/attack/flood/preview?rate=0.5&strategy=wave&duration=5",
                "/api/attack/flood/preview?rate=0&strategy=wave",
                "/api/attack/flood/preview",
                "/api/attack/flood/status/7",
                "/api/attack/flood/results/7",
                "/api/attack/runs/7/stats")) {
            get(path);
        }
        api.check("GET", "/", http.get("/", "Accept", "text/html"));
        for (String path : List.of("/ml/train", "/ml/feedback", "/ml/analyze")) {
            post(path, "{}");
        }
        for (String query : List.of("threat_id=e1&false_positive=true", "threat_id=e1", "confirmed_threat=1")) {
            post("/feedback?" + query, "");
        }
        post("/feedback", "{\"threat_id\":\"e1\",\"false_positive\":true,\"confirmed_threat\":true}");
    }

    private static void refusals() throws Exception {
        post("/analyze", "{}");
        post("/analyze", TOO_LARGE);
        post("/analyze?tier=unprotected", analyzeBody("203.0.113.1", ""));
        for (String path : List.of(FLOOD, "/api/attack/quick")) {
            post(path, "{}");
            post(path, TOO_LARGE);
            post(path, "{");
        }
        post(FLOOD, "{\"intensity\":\"huge\",\"strategy\":\"wave\"}");
        post("/api/attack/quick", "{\"type\":\"nothing\"}");
        post("/api/attack/flood/stop/7", "");
        // What any operation may answer.
        api.check("POST", "/feedback", http.post("/feedback", "", "Origin", "https://evil.example"));
    }

    private static long runs() throws Exception {
        long runId = json(post(FLOOD, LOW)).get("run_id").asLong();
        gateway.publish(TestWindows.ofRun(Samples.total(5, 2, 0, Instant.now()), Long.toString(runId)));
        await().atMost(PATIENCE)
                .until(() -> http.get("/api/metrics/runs/" + runId).statusCode() == 200);
        for (String path : List.of(
                "/api/metrics/runs/" + runId,
                "/api/attack/flood/status/" + runId,
                "/api/attack/flood/results/" + runId,
                "/api/attack/runs/" + runId + "/stats",
                "/api/attack/flood/list",
                "/api/attack/runs")) {
            get(path);
        }
        post("/api/attack/flood/stop/" + runId, "");
        return runId;
    }

    /** From here on this test is the analyzer. */
    private static void judged() throws Exception {
        Set<String> done = new HashSet<>();
        post("/api/attack/quick", "{\"type\":\"sql\"}");
        CompletableFuture<HttpResponse<String>> simulated = http.postLater("/simulate-attacks", "");
        CompletableFuture<HttpResponse<String>> analyzed = http.postLater("/analyze", analyzeBody("203.0.113.9", ""));
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            Stream.concat(
                            TOPICS.readAll(Topics.COMMANDS).stream()
                                    .map(record -> RecordCodec.RUN_COMMAND.decode(record.value()))
                                    .map(OpenApiIT::quickEventId),
                            TOPICS.readAll(Topics.TRAFFIC).stream().map(record -> RecordCodec.TRAFFIC_EVENT
                                    .decode(record.value())
                                    .eventId()))
                    .filter(id -> !id.isEmpty() && done.add(id))
                    .forEach(id -> gateway.publish(Samples.attack(id)));
            return simulated.isDone() && analyzed.isDone();
        });
        api.check("POST", "/simulate-attacks", simulated.get());
        api.check("POST", "/analyze", analyzed.get());
    }

    private static void withoutKafka() throws Exception {
        String prefix = TestBroker.newPrefix();
        try (TestBroker broker = TestBroker.start();
                GatewayProcess alone = GatewayProcess.start(
                        broker,
                        prefix,
                        "--kongguard.gateway.simulation.start-within=5m",
                        "--kongguard.gateway.analyze.timeout=4s",
                        "--kongguard.gateway.limits.analyses-per-second=1",
                        "--kongguard.gateway.events.max-concurrent=1")) {
            GatewayHttp call = new GatewayHttp(alone.port());
            String run = json(call.post(FLOOD, LOW)).get("run_id").asString();
            publishRecordings(new TestTopics(broker.bootstrapServers(), prefix));
            await().atMost(PATIENCE)
                    .until(() -> call.get("/api/recordings/kept").statusCode() == 200);
            String replay = REPLAYS + "/"
                    + json(call.post(REPLAYS, "{\"recording\":\"kept\"}"))
                            .get("run_id")
                            .asString();
            api.check("POST", "/analyze", call.post("/analyze", "{}"));
            api.check("POST", "/analyze", call.post("/analyze", "{}"));
            broker.stop();
            // Takes longer than the next analysis has to wait.
            api.check("GET", "/health", call.get("/health"));
            api.check("POST", "/analyze", call.post("/analyze", analyzeBody("203.0.113.1", "")));
            Map<String, String> bodies = new HashMap<>(Map.of(
                    "/feedback?threat_id=e1&false_positive=true",
                    "",
                    FLOOD,
                    LOW,
                    "/api/attack/flood/stop/" + run,
                    "",
                    "/api/attack/quick",
                    "{\"type\":\"sql\"}",
                    "/simulate-attacks",
                    ""));
            bodies.put("/api/recordings", "{}");
            bodies.put(REPLAYS, "{\"recording\":\"kept\"}");
            for (String what : List.of("pause", "resume", "seek", "stop")) {
                bodies.put(replay + "/" + what, "{\"fraction\":0}");
            }
            Map<String, CompletableFuture<HttpResponse<String>>> commands = new HashMap<>();
            bodies.forEach((path, body) -> commands.put(path, call.postLater(path, body)));
            for (var command : commands.entrySet()) {
                api.check("POST", command.getKey(), command.getValue().get(30, TimeUnit.SECONDS));
            }
            CompletableFuture<HttpResponse<String>> event = call.getLater(EVENT);
            await().atMost(PATIENCE).until(() -> {
                HttpResponse<String> another = call.get(EVENT);
                api.check("GET", EVENT, another);
                return another.statusCode() == 429;
            });
            api.check("GET", EVENT, event.get(30, TimeUnit.SECONDS));
        }
    }

    private static void get(String path) throws Exception {
        api.check("GET", path, http.get(path));
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        HttpResponse<String> response = http.post(path, body);
        api.check("POST", path, response);
        return response;
    }

    private static String quickEventId(RunCommand command) {
        RunOrder order = command.order();
        return order == null || order.strategy() != RunOrder.Strategy.QUICK ? "" : order.eventId(command.issuedAt(), 0);
    }

    private static Map<String, HandlerMethod> routes() {
        Map<String, HandlerMethod> routes = new java.util.TreeMap<>();
        gateway.context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues().stream()
                        .filter(path -> !path.equals("/error"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> routes.put(verb + " " + path, method))));
        return routes;
    }

    private static Set<String> parameters(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
            RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
            PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
            if (query != null) {
                names.add("query " + (query.name().isEmpty() ? parameter.getParameterName() : query.name()));
            }
            if (path != null) {
                names.add("path " + (path.value().isEmpty() ? parameter.getParameterName() : path.value()));
            }
        }
        return names;
    }
}
