package ai.kongguard.standalone.containers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.kongguard.standalone.ExistingClient;
import ai.kongguard.standalone.dashboard.Chromium;
import ai.kongguard.standalone.dashboard.DashboardPage;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The compose file as it is, with three brokers and two of each service: built, attacked, looked at, scaled, and one broker killed. */
@NeedsDocker
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String[] TWO_OF_EACH = {
        "ingest-service=2", "metrics-streams=2", "ws-gateway=2", "analyzer-local=1"
    };
    private static final String[] THREE_ANALYZERS = {
        "ingest-service=2", "metrics-streams=2", "ws-gateway=2", "analyzer-local=3"
    };

    private ComposedSystem system;
    private KongLog kong;

    @BeforeAll
    void start() {
        system = ComposedSystem.start(TWO_OF_EACH);
        kong = new KongLog(system.ingest());
    }

    @AfterAll
    void stop() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    @Order(1)
    void theCloudTierSaysThatItIsNotConfigured() throws Exception {
        JsonNode tiers = ExistingClient.at(system.dashboard()).get("/api/tiers");
        assertThat(tiers.toString()).contains("not configured");
    }

    @Test
    @Order(2)
    void analyzersScaleFromOneToThreeUnderLoad() throws Exception {
        CompletableFuture<Void> flood = flood("scaled", 6_000);
        system.up(THREE_ANALYZERS);
        flood.join();
        assertEverythingIsCountedOnce();
    }

    @Test
    @Order(3)
    void theDashboardShowsWhatTheTopicsHold() {
        assumeTrue(Chromium.find() != null, "Chromium is not on the path: the dashboard is not looked at");
        try (Chromium chromium = Chromium.start()) {
            DashboardPage page = new DashboardPage(chromium.browser(), system.dashboard());
            page.openLive("");
            String total = NumberFormat.getIntegerInstance(Locale.US)
                    .format(kong.acknowledged().size());
            assertThat(page.page()
                            .getByText(total, new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                            .first())
                    .isVisible();
            page.photograph(Path.of("target", "containers", "dashboard.png"));
            assertThat(page.problems()).isEmpty();
            page.close();
        }
    }

    @Test
    @Order(4)
    void oneOfThreeBrokersIsKilledAndNothingIsLost() throws Exception {
        CompletableFuture<Void> flood = flood("killed", 10_000);
        await().atMost(PATIENCE).until(() -> kong.acknowledged().size() > 7_000);
        system.kill("kafka-2");
        flood.join();
        assertEverythingIsCountedOnce();
        system.restart("kafka-2");
        kong.send("back", 500, 1_000);
        assertEverythingIsCountedOnce();
    }

    private CompletableFuture<Void> flood(String name, int entries) {
        return CompletableFuture.runAsync(() -> {
            try {
                kong.send(name, entries, 400);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    /** In the topics, and on the tiles of whichever gateway answers. */
    private void assertEverythingIsCountedOnce() {
        TopicRecount topics = new TopicRecount(system.bootstrapServers());
        await().atMost(PATIENCE).untilAsserted(() -> topics.assertJudgedAndCountedOnce(kong.acknowledged()));
        ExistingClient gateway = ExistingClient.at(system.dashboard());
        for (int call = 0; call < 4; call++) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway.get("/api/metrics?fields=requests")
                            .at("/tiers/local/total/requests")
                            .asInt())
                    .isEqualTo(kong.acknowledged().size()));
        }
    }
}
