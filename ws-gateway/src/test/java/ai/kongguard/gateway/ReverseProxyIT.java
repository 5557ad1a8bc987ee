package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.kongguard.testkit.TestBroker;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the documents, run by nginx where there is one. */
class ReverseProxyIT {

    /** A twentieth of nginx's own, so that what keeps a socket open is seen to do so in a twentieth of the time. */
    private static final String SHORT_PATIENCE = "proxy_read_timeout 3s;\n            proxy_pass ";

    private static final String FEEDBACK = "/feedback?threat_id=e1";

    @TempDir
    static Path folder;

    private static @Nullable GatewayProcess gateway;
    private static @Nullable Process nginx;
    private static int proxy;
    private static int direct;

    @BeforeAll
    static void start() throws IOException {
        Path program = nginx();
        assumeTrue(program != null, "nginx is not installed: the example of docs/proxy.md is not run");
        gateway = GatewayProcess.start(
                TestBroker.shared(),
                TestBroker.newPrefix(),
                "--kongguard.gateway.limits.commands-per-minute=3",
                "--kongguard.gateway.allowed-hosts=soc.example.com",
                "--server.forward-headers-strategy=native",
                "--server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1");
        direct = gateway.port();
        proxy = freePort();
        String example = Files.readString(Path.of("..", "docs", "nginx.conf"));
        assertThat(example).contains("127.0.0.1:18002", "127.0.0.1:8080", "proxy_pass ");
        Path conf = folder.resolve("nginx.conf");
        Files.writeString(
                conf,
                example.replace("127.0.0.1:18002", "127.0.0.1:" + direct)
                        .replace("127.0.0.1:8080", "127.0.0.1:" + proxy)
                        .replace("proxy_pass ", SHORT_PATIENCE)
                        .replace("http {", "http {\n    access_log off;\n" + temporaries()));
        // What it does not find in the file: it stays in the foreground, and keeps its files in our folder.
        String globals = "daemon off; user root; pid " + folder.resolve("nginx.pid") + "; error_log stderr;";
        nginx = new ProcessBuilder(program.toString(), "-p", folder.toString(), "-c", conf.toString(), "-g", globals)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(20)).until(() -> listens(proxy));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor();
        }
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void aSocketOutlivesTheProxysPatienceAlthoughNothingHappens() {
        try (GatewayClient client = GatewayClient.connect(proxy)) {
            assertThat(client.first().at("/type").asString()).isEqualTo("connection");
            await().pollDelay(Duration.ofSeconds(8))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> client.frames.size() >= 8);
            assertThat(client.closeCode).hasValue(0);
        }
    }

    @Test
    void theProxysWordOnAClientIsTakenAndNobodyElses() throws Exception {
        RawHttp second = new RawHttp(proxy, "127.0.0.2");
        for (int i = 0; i < 3; i++) {
            assertThat(second.status("POST", FEEDBACK, "", "X-Forwarded-For: 9.9.9." + i))
                    .isEqualTo(200);
        }
        assertThat(second.status("POST", FEEDBACK, "", "X-Forwarded-For: 9.9.9.9"))
                .isEqualTo(429);
        assertThat(new RawHttp(proxy, "127.0.0.3").status("POST", FEEDBACK, "")).isEqualTo(200);
        RawHttp stranger = new RawHttp(direct, "127.0.0.4");
        for (int i = 0; i < 3; i++) {
            assertThat(stranger.status("POST", FEEDBACK, "", "X-Forwarded-For: 8.8.8." + i))
                    .isEqualTo(200);
        }
        assertThat(stranger.status("POST", FEEDBACK, "", "X-Forwarded-For: 8.8.8.8"))
                .isEqualTo(429);
    }

    @Test
    void aPageOfTheNameThatPeopleCallIsOurOwn() throws Exception {
        RawHttp browser = new RawHttp(proxy, "127.0.0.5");
        String host = "Host: soc.example.com";
        assertThat(browser.status("GET", "/dashboard", "", host)).isEqualTo(200);
        assertThat(browser.status("POST", FEEDBACK, "", host, "Origin: http://soc.example.com"))
                .isEqualTo(200);
        assertThat(browser.handshake(host, "Origin: http://soc.example.com")).isEqualTo(101);
        assertThat(browser.handshake(host, "Origin: http://evil.example")).isEqualTo(403);
        assertThat(browser.handshake("Host: evil.example", "Origin: http://evil.example"))
                .isEqualTo(421);
    }

    private static String temporaries() {
        StringBuilder paths = new StringBuilder();
        for (String kind : new String[] {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
            paths.append("    ")
                    .append(kind)
                    .append("_temp_path ")
                    .append(folder.resolve(kind))
                    .append(";\n");
        }
        return paths.toString();
    }

    private static @Nullable Path nginx() {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory, "nginx"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
