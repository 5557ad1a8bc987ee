package ai.kongguard.standalone.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.testkit.TestBroker;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page says while something behind it is gone, and that it comes back by itself. */
@ExtendWith(InBrowser.class)
class ConnectionIT {

    private static final String OURS = "hole-";

    @Test
    void goesOnWithoutAHoleWhenTheGatewayComesBack(RunningSystem system, DashboardPage dashboard)
            throws IOException, InterruptedException {
        try (GatewayReplica replica = system.replica()) {
            dashboard.losingItsGateway().on(replica.origin()).openLive("");
            send(system, "before", 20);
            DashboardPage.await()
                    .untilAsserted(() -> assertThat(shown(dashboard)).containsAll(ids("before", 20)));

            replica.stop();
            dashboard.awaitConnection("Disconnected");
            assertThat(dashboard.page().getByRole(AriaRole.BANNER)).containsText("reconnecting in");
            send(system, "while-away", 50);
            replica.start();
            dashboard.awaitConnection("Live");
            send(system, "after", 20);

            Set<String> sent = new TreeSet<>(ids("before", 20));
            sent.addAll(ids("while-away", 50));
            sent.addAll(ids("after", 20));
            DashboardPage.await()
                    .untilAsserted(() -> assertThat(shown(dashboard)).isEqualTo(sent));
            assertThat(dashboard
                            .evaluate("return (await import('/dashboard/state/feed.js')).feed.value.skipped")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void saysThatKafkaDoesNotAnswerAndRecovers(DashboardPage dashboard) {
        try (TestBroker broker = TestBroker.start();
                GatewayReplica gateway = GatewayReplica.start(broker.bootstrapServers(), "")) {
            dashboard.losingItsGateway().on(gateway.origin()).open("");
            dashboard.awaitConnection("Connected");
            broker.stop();
            dashboard.awaitConnection("Kafka is not answering");
            assertThat(dashboard.page().getByRole(AriaRole.ALERT)).containsText("Kafka is not answering");
            broker.restart();
            dashboard.awaitConnection("Connected");
            assertThat(dashboard.page().getByRole(AriaRole.ALERT)).hasCount(0);
        }
    }

    @Test
    void aSocketThatSaysNothingIsNotCalledLive(DashboardPage dashboard) {
        dashboard.page().routeWebSocket("**/stream*", socket -> {});
        dashboard.open("");
        dashboard.awaitConnection("Connecting");
        assertThat(dashboard.page().getByRole(AriaRole.MAIN)).not().containsText("NaN");
        assertThat(dashboard.page().getByRole(AriaRole.MAIN)).not().containsText("undefined");
    }

    private static void send(RunningSystem system, String name, int count) throws IOException, InterruptedException {
        String entries = ids(name, count).stream()
                .map(id ->
                        "{\"client_ip\":\"203.0.113.7\",\"request\":{\"id\":\"%s\",\"method\":\"GET\",\"uri\":\"/users?id=%s\"}}"
                                .formatted(id, id))
                .collect(Collectors.joining("\n"));
        system.ingest().post("/ingest/kong", entries);
    }

    private static Set<String> ids(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> OURS + name + "-" + i)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> shown(DashboardPage dashboard) {
        Set<String> ids = new TreeSet<>();
        dashboard
                .evaluate(
                        "return (await import('/dashboard/state/feed.js')).feed.value.rows.map((row) => row.event_id)")
                .valueStream()
                .map(id -> id.asString())
                // The page begins with what came last, whoever sent it.
                .filter(id -> id.startsWith(OURS))
                .forEach(ids::add);
        return ids;
    }
}
