package ai.kongguard.standalone.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.Confusion;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TierStatus;
import ai.kongguard.event.Topics;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestTopics;
import ai.kongguard.testkit.TestWindows;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway whose topics are empty: what is not known is said in words, and becomes a number when it is. */
@ExtendWith(InBrowser.class)
class NothingYetIT {

    /** What programs write when they do not know that they know nothing. */
    private static final Pattern SLIPS = Pattern.compile("NaN|undefined|null|Infinity|Invalid Date|\\[object");

    private static final Pattern NOTHING = Pattern.compile("\\bno\\b|\\bnot\\b|nothing", Pattern.CASE_INSENSITIVE);

    private static final ContainsTextOptions PATIENTLY =
            new ContainsTextOptions().setTimeout(DashboardPage.PATIENCE.toMillis());

    @Test
    void everyViewSaysThatThereIsNothing(DashboardPage dashboard) {
        try (GatewayReplica gateway =
                GatewayReplica.start(TestBroker.shared().bootstrapServers(), TestBroker.newPrefix())) {
            dashboard.losingItsGateway().on(gateway.origin()).open("");
            dashboard.awaitConnection("Connected");
            Locator main = dashboard.page().getByRole(AriaRole.MAIN);
            assertThat(main).containsText("No traffic has been judged yet", PATIENTLY);
            for (String place : new String[] {"#/overview", "#/incidents", "#/sources", "#/runs", "#/pipeline"}) {
                dashboard.page().evaluate("(place) => { location.hash = place; }", place);
                assertThat(main).containsText(NOTHING, PATIENTLY);
                assertThat(main).not().containsText(SLIPS);
            }
        }
    }

    @Test
    void aTierWithoutAModelSaysSoWhereverItIsShown(DashboardPage dashboard) {
        String prefix = TestBroker.newPrefix();
        try (GatewayReplica gateway = GatewayReplica.start(TestBroker.shared().bootstrapServers(), prefix)) {
            ReviewRecords records =
                    new ReviewRecords(new TestTopics(TestBroker.shared().bootstrapServers(), prefix));
            Instant now = Instant.now();
            records.judged("local", 10);
            records.told(TierStatus.withoutModel("cloud", "i1", "not configured: set SOME_KEY", false, now, now));
            records.told(TierStatus.withoutModel("local", "i2", "not configured: set AI_PROVIDER", true, now, now));
            dashboard.losingItsGateway().on(gateway.origin()).openLive("");
            Page page = dashboard.page();
            assertThat(page.locator(".lanes")).containsText("Not configured: set SOME_KEY.", PATIENTLY);
            assertThat(page.locator("tr[data-row='reviewed']")).containsText("no reviewer");
            assertThat(page.getByRole(AriaRole.MAIN)).not().containsText(SLIPS);
            page.evaluate("() => { location.hash = '#/pipeline'; }");
            assertThat(page.locator("kg-pipeline .lane")).containsText("Not configured: set SOME_KEY.", PATIENTLY);
            Locator reviewers = page.locator("kg-reviewers");
            assertThat(reviewers).containsText("Not configured: set SOME_KEY. The tier judges nothing.", PATIENTLY);
            assertThat(reviewers).containsText("Not configured: set AI_PROVIDER.");
            assertThat(reviewers.getByRole(AriaRole.TABLE)).hasCount(0);
            assertThat(page.getByRole(AriaRole.MAIN)).not().containsText(SLIPS);
        }
    }

    @Test
    void accuracyHasNoNumberUntilThereAreLabels(DashboardPage dashboard) {
        String prefix = TestBroker.newPrefix();
        try (GatewayReplica gateway = GatewayReplica.start(TestBroker.shared().bootstrapServers(), prefix)) {
            TestTopics topics = new TestTopics(TestBroker.shared().bootstrapServers(), prefix);
            MetricsWindow total = TestWindows.window(
                    "local",
                    MetricsWindow.TOTAL,
                    Instant.EPOCH,
                    10,
                    Map.of(Action.ALLOW, 8L, Action.BLOCK, 2L),
                    Map.of(ThreatType.XSS, 2L),
                    null,
                    Instant.now());
            publish(topics, total);
            dashboard.losingItsGateway().on(gateway.origin()).open("");
            Locator accuracy = dashboard.role(AriaRole.REGION, "AI accuracy");
            assertThat(accuracy).containsText("no labels yet", PATIENTLY);
            publish(topics, TestWindows.labelled(total, new Confusion(2, 1, 5, 0)));
            assertThat(accuracy).containsText("87.5 %", PATIENTLY);
            assertThat(accuracy).not().containsText("no labels yet");
        }
    }

    private static void publish(TestTopics topics, MetricsWindow window) {
        byte[] value = RecordCodec.METRICS_WINDOW.encode(window);
        topics.send(Topics.WINDOWS, window.key(), window.emittedAt(), List.of(value), Map.of());
    }
}
