package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import ai.kongguard.testkit.TestBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.PortInUseException;
import tools.jackson.databind.json.JsonMapper;

class GatewayHttpIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private static GatewayProcess gateway;
    private static int dashboardPort;

    @BeforeAll
    static void start() throws IOException {
        dashboardPort = freePort();
        gateway = GatewayProcess.start(
                TestBroker.shared(),
                TestBroker.newPrefix(),
                "--kongguard.gateway.dashboard-port=" + dashboardPort,
                "--kongguard.gateway.allowed-origins=https://*.example.com,http://localhost:[*]");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "application/json, text/html",
                "text/html;q=0.5, application/json",
                "not a type"
            })
    void tellsAProgramWhatItIs(String accept) throws Exception {
        HttpResponse<String> response = accept.isEmpty() ? get("/") : get("/", "Accept", accept);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(JSON.readTree(response.body()))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"service": "Kong Guard AI - Real-Time Threat Analysis", "status": "operational",
                                 "version": "3.0.0", "ai_provider": "local", "websocket": "/ws",
                                 "dashboard": "/dashboard"}
                                """));
    }

    @Test
    void takesAPersonToTheDashboard() throws Exception {
        HttpResponse<String> response = get("/", "Accept", BROWSER);
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location").orElseThrow()).endsWith("/dashboard");
    }

    @ParameterizedTest
    @CsvSource({
        "/dashboard, text/html",
        "/dashboard/, text/html",
        "/dashboard/app.js, text/javascript",
        "/dashboard/net/stream.js, text/javascript",
        "/dashboard/css/base.css, text/css",
        "/webjars/lit/index.js, text/javascript",
        "/webjars/uplot/dist/uPlot.iife.min.js, text/javascript",
        "/dashboard/icon.svg, image/svg+xml"
    })
    void servesTheDashboardOnBothPorts(String path, String type) throws Exception {
        for (int port : List.of(gateway.port(), dashboardPort)) {
            HttpResponse<String> response = get(port, path);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(type);
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
        }
    }

    @Test
    void compressesOnBothPorts() throws Exception {
        for (int port : List.of(gateway.port(), dashboardPort)) {
            HttpResponse<String> response = get(port, "/dashboard/app.js", "Accept-Encoding", "gzip");
            assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dashboard", "/dashboard/app.js", "/nothing", "/ws", "/actuator/health"})
    void guardsEveryResponse(String path) throws Exception {
        HttpResponse<String> response = get(path);
        String policy = response.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .matches(
                        "default-src 'none'; script-src 'self' 'sha256-[A-Za-z0-9+/]{43}='; style-src 'self'; img-src 'self'; .*")
                .contains("require-trusted-types-for 'script'; trusted-types lit-html;")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe")
                .endsWith("connect-src 'self' ws://127.0.0.1:" + gateway.port() + " wss://127.0.0.1:" + gateway.port());
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @Test
    void hasNoInlineScriptOrStyleAndNothingFromElsewhere() throws Exception {
        String page = get("/dashboard").body();
        assertThat(page).doesNotContain("style=").doesNotContain("<style").doesNotContain("onclick");
        assertThat(page)
                .doesNotContainPattern("<script(?! type=\"importmap\")[^>]*>[^<]")
                .doesNotContainPattern("(src|href)=\"(?!/dashboard/|/webjars/|#)");
    }

    @Test
    void answersErrorsAsJsonWhateverIsAccepted() throws Exception {
        HttpResponse<String> response = get("/nothing", "Accept", BROWSER);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body()).isEqualTo("{\"detail\":\"Not Found\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://example.com.evil.example",
                "null",
                "http://localhost.evil.example:80"
            })
    void refusesPagesOfForeignOrigins(String origin) {
        assertThatThrownBy(() -> open(origin))
                .isInstanceOf(CompletionException.class)
                .cause()
                .asInstanceOf(throwable(WebSocketHandshakeException.class))
                .satisfies(refused ->
                        assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void takesItsOwnPageAllowedOriginsAndClientsWithoutOrigin() {
        for (String origin :
                List.of("http://127.0.0.1:" + gateway.port(), "https://soc.example.com", "http://localhost:5173")) {
            open(origin).abort();
        }
        try (GatewayClient client = GatewayClient.connect(dashboardPort)) {
            assertThat(client.first().at("/type").asString()).isEqualTo("connection");
        }
    }

    @Test
    void isReadyWhenItsReadersAre() throws Exception {
        HttpResponse<String> response = get("/actuator/health");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).contains("threat.verdicts\":\"live\"").contains("metrics.windows\":\"live\"");
    }

    @Test
    void doesNotStartWhenTheDashboardPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> GatewayProcess.start(
                            TestBroker.shared(),
                            TestBroker.newPrefix(),
                            "--kongguard.gateway.dashboard-port=" + taken.getLocalPort()))
                    .satisfies(failure -> assertThat(portInUse(failure)).isEqualTo(taken.getLocalPort()));
        }
    }

    @Test
    void namesTheSettingThatCannotBe() {
        assertThatThrownBy(() -> GatewayProcess.start(
                        TestBroker.shared(), TestBroker.newPrefix(), "--kongguard.gateway.outbox.max-size=1KB"))
                .rootCause()
                .hasMessageContaining("kongguard.gateway.outbox.max-size");
    }

    private static int portInUse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return taken.getPort();
            }
        }
        throw new AssertionError("no PortInUseException", failure);
    }

    private static WebSocket open(String origin) {
        return HTTP.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(URI.create("ws://127.0.0.1:" + gateway.port() + "/ws"), new WebSocket.Listener() {})
                .join();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        return get(gateway.port(), path, headers);
    }

    private static HttpResponse<String> get(int port, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
