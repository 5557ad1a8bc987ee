package ai.kongguard.gateway;

import static ai.kongguard.gateway.GatewayHttp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.testkit.TestBroker;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may command a gateway, under which name, and how often. */
class ProtectionIT {

    private static final String FEEDBACK = "/feedback?threat_id=e1";
    private static final String TOKEN = "--kongguard.gateway.token=s3cret-of-ours";
    private static final String BEARER = "Bearer s3cret-of-ours";
    private static final List<String> COMMANDS = List.of(
            "/feedback?threat_id=e1",
            "/api/attack/flood",
            "/api/attack/flood/stop/1",
            "/api/attack/quick",
            "/simulate-attacks",
            "/analyze",
            "/ml/train");

    @Test
    void whoeverChangesSomethingNeedsTheTokenAndReadersDoNot() throws Exception {
        try (GatewayProcess gateway = start(TOKEN)) {
            GatewayHttp http = new GatewayHttp(gateway.port());
            for (String command : COMMANDS) {
                HttpResponse<String> refused = http.post(command, "{}");
                assertThat(refused.statusCode()).as(command).isEqualTo(401);
                assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                        .contains("Bearer");
                assertThat(refused.body()).doesNotContain("s3cret");
                assertThat(http.post(command, "{}", "Authorization", "Bearer s3cret-of-our")
                                .statusCode())
                        .as(command)
                        .isEqualTo(401);
            }
            assertThat(http.post(FEEDBACK, "", "Authorization", BEARER).statusCode())
                    .isEqualTo(200);
            assertThat(http.get("/stats").statusCode()).isEqualTo(200);
            RawHttp raw = new RawHttp(gateway.port(), "127.0.0.1");
            assertThat(raw.handshake()).isEqualTo(101);
            assertThat(raw.status("DELETE", "/stats", "")).isEqualTo(401);
        }
    }

    @Test
    void readersNeedItTooWhenTheyAreProtected() throws Exception {
        try (GatewayProcess gateway = start(TOKEN, "--kongguard.gateway.protect-reads=true")) {
            GatewayHttp http = new GatewayHttp(gateway.port());
            for (String path : List.of("/", "/dashboard", "/stats", "/api/metrics", "/actuator/prometheus")) {
                assertThat(http.get(path).statusCode()).as(path).isEqualTo(401);
            }
            assertThat(http.get("/stats", "Authorization", BEARER).statusCode()).isEqualTo(200);
            RawHttp raw = new RawHttp(gateway.port(), "127.0.0.1");
            assertThat(raw.handshake()).isEqualTo(401);
            assertThat(raw.handshake("Authorization: " + BEARER)).isEqualTo(101);
            // A browser asks before it shows credentials.
            assertThat(raw.status(
                            "OPTIONS",
                            "/analyze",
                            "",
                            "Origin: http://localhost:5173",
                            "Access-Control-Request-Method: POST",
                            "Access-Control-Request-Headers: authorization,content-type"))
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--kongguard.gateway.bind-address=0.0.0.0", "--server.address="})
    void doesNotListenToOthersWithoutAToken(String address) {
        assertThatThrownBy(() -> start(address))
                .rootCause()
                .hasMessageContaining("kongguard.gateway.bind-address")
                .hasMessageContaining("KONGGUARD_GATEWAY_TOKEN");
    }

    @Test
    void doesNotPretendToProtectReadsWithoutAToken() {
        assertThatThrownBy(() -> start("--kongguard.gateway.protect-reads=true"))
                .rootCause()
                .hasMessageContaining("kongguard.gateway.token");
    }

    @Test
    void answersToItsOwnNamesOnly() throws Exception {
        try (GatewayProcess gateway = start("--kongguard.gateway.allowed-hosts=soc.example.com")) {
            RawHttp raw = new RawHttp(gateway.port(), "127.0.0.1");
            for (String host : List.of("localhost:1", "127.0.0.1", "[::1]:18002", "LOCALHOST", "soc.example.com:80")) {
                assertThat(raw.status("GET", "/stats", "", "Host: " + host))
                        .as(host)
                        .isEqualTo(200);
            }
            for (String host :
                    List.of("evil.example", "evil.example:18002", "localhost.evil.example", "127.0.0.1.nip")) {
                String name = "Host: " + host;
                assertThat(raw.status("GET", "/stats", "", name)).as(host).isEqualTo(421);
                assertThat(raw.status("POST", FEEDBACK, "", name)).as(host).isEqualTo(421);
                assertThat(raw.handshake(name, "Origin: http://" + host))
                        .as(host)
                        .isEqualTo(421);
            }
            assertThat(raw.answer("GET", "/stats", "", "Host: evil.example"))
                    .contains("kongguard.gateway.allowed-hosts")
                    .contains("Content-Security-Policy");
        }
    }

    @Test
    void anAddressThatCommandsTooOftenHasToWait() throws Exception {
        try (GatewayProcess gateway = start(
                "--kongguard.gateway.limits.commands-per-minute=3",
                "--kongguard.gateway.limits.analyses-per-second=1")) {
            RawHttp one = new RawHttp(gateway.port(), "127.0.0.1");
            for (int i = 0; i < 3; i++) {
                assertThat(one.status("POST", FEEDBACK, "")).isEqualTo(200);
            }
            // What a client says of its address counts for nothing.
            String refused = one.answer("POST", "/api/attack/quick", "{\"type\":\"sql\"}", "X-Forwarded-For: 9.9.9.9");
            assertThat(refused)
                    .startsWith("HTTP/1.1 429")
                    .containsPattern("Retry-After: (1[0-9]|20)\r\n")
                    .contains("3 in 60 s", "kongguard.gateway.limits.commands-per-minute");
            assertThat(one.status("GET", "/stats", "")).isEqualTo(200);
            assertThat(one.status("POST", "/analyze", "{}")).isEqualTo(422);
            assertThat(one.status("POST", "/analyze", "{}")).isEqualTo(429);
            assertThat(new RawHttp(gateway.port(), "127.0.0.2").status("POST", FEEDBACK, ""))
                    .isEqualTo(200);
        }
    }

    @Test
    void aPageOfAnotherOriginMayCallNothing() throws Exception {
        try (GatewayProcess gateway = start()) {
            GatewayHttp http = new GatewayHttp(gateway.port());
            for (String command : COMMANDS) {
                assertThat(http.post(command, "{}", "Origin", "https://evil.example")
                                .statusCode())
                        .as(command)
                        .isEqualTo(403);
                assertThat(http.post(command, "{}", "Origin", "null").statusCode())
                        .as(command)
                        .isEqualTo(403);
            }
            HttpResponse<String> allowed = http.post("/analyze", "{}", "Origin", "http://localhost:5173");
            assertThat(allowed.statusCode()).isEqualTo(422);
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("http://localhost:5173");
            assertThat(json(allowed).get("detail").get(0).get("type").asString())
                    .isEqualTo("missing");
        }
    }

    private static GatewayProcess start(String... more) {
        return GatewayProcess.start(TestBroker.shared(), TestBroker.newPrefix(), more);
    }
}
