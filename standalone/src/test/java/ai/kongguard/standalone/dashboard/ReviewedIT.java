package ai.kongguard.standalone.dashboard;

import static ai.kongguard.standalone.dashboard.ReviewRecords.MODEL;
import static ai.kongguard.standalone.dashboard.ReviewRecords.asked;
import static ai.kongguard.standalone.dashboard.ReviewRecords.model;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.Review;
import ai.kongguard.event.TierStatus;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestTopics;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person sees of second opinions, on a gateway whose topics hold what the test wrote there. */
@ExtendWith(InBrowser.class)
class ReviewedIT {

    private static final ContainsTextOptions PATIENTLY =
            new ContainsTextOptions().setTimeout(DashboardPage.PATIENCE.toMillis());

    /** All but the tiles, which are grey since nobody counts anew. */
    private static final List<String> PARTS = List.of("kg-notices", "[data-view]", "#panel");

    private final String prefix = TestBroker.newPrefix();
    private GatewayReplica gateway;
    private ReviewRecords records;

    @BeforeEach
    void start() {
        gateway = GatewayReplica.start(TestBroker.shared().bootstrapServers(), prefix);
        records = new ReviewRecords(new TestTopics(TestBroker.shared().bootstrapServers(), prefix));
        records.judged("local", 1000);
        records.judged("cloud", 1000);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aRowChangesWhereItStandsAndItsEventTellsHow(DashboardPage dashboard) {
        open(dashboard, "");
        Verdict first = records.first("raised", "cloud");
        records.first("other", "local");
        assertThat(rows(dashboard)).hasCount(2);
        Locator row = dashboard.page().locator(".feed-row", withText("cloud"));
        assertThat(row).containsText("Monitor");
        String place = row.getAttribute("aria-rowindex");
        records.revised(first, Action.BLOCK, 0.91, "It closes a quote.", null, asked(0.91, null));
        assertThat(row).containsText("was Monitor, reviewed by " + MODEL, PATIENTLY);
        assertThat(row).containsText("Block");
        assertThat(rows(dashboard)).hasCount(2);
        assertThat(row).hasAttribute("aria-rowindex", place);

        row.click();
        Locator answers = dashboard.details().locator(".answers li");
        assertThat(answers).hasCount(2);
        assertThat(answers.first()).containsText("At once");
        Locator second = answers.last();
        for (String words : List.of(
                "1.3 s later",
                "Raised from 0.40 to 0.91",
                "It closes a quote.",
                "Its score of 0.40 is neither clear nor certain.",
                "812 in, 64 out",
                "$0.00031",
                "1.2 s",
                MODEL)) {
            assertThat(second).containsText(words);
        }
        assertThat(dashboard.details()).containsText("reviewed by " + MODEL);
    }

    @Test
    void saysWhatAnAnswerWasNotFollowedInAndWhyNobodyAnswered(DashboardPage dashboard) {
        open(dashboard, "");
        Verdict limited = records.first("limited", "cloud");
        records.revised(limited, Action.MONITOR, 0.4, "A sample.", null, asked(0.02, "It may address the reviewer."));
        shows(dashboard, "limited", "Answered 0.02, and 0.40 stands: It may address the reviewer.");
        Verdict unanswered = records.first("unanswered", "cloud");
        Review none = ReviewRecords.review(null, Review.Origin.NONE, null, null);
        records.revised(unanswered, Action.MONITOR, 0.4, "A sample.", "budget", none);
        shows(dashboard, "unanswered", "Nobody answered: the budget is spent.");
        Verdict odd = records.first("odd", "cloud");
        records.revised(odd, Action.MONITOR, 0.4, "A sample.", "of_the_future", none);
        shows(dashboard, "odd", "Nobody answered: of_the_future.");
        Verdict remembered = records.first("remembered", "cloud");
        Review cached = ReviewRecords.review(MODEL, Review.Origin.REMEMBERED, 0.4, null);
        records.revised(remembered, Action.MONITOR, 0.4, "A sample.", null, cached);
        shows(dashboard, "remembered", "asked about another event of the same payload");
        assertThat(dashboard.details()).containsText("cache/" + MODEL);
    }

    @Test
    void thePipelineTellsHowReviewersDo(DashboardPage dashboard) {
        records.asking("cloud", "living", Duration.ZERO, model(MODEL, "closed", 12, 0.5, "timeout: nothing"));
        records.asking("cloud", "dead", Duration.ofMinutes(5), model(MODEL, "closed", 0, null, null));
        open(dashboard, "#/pipeline");
        Locator living = report(dashboard, "living");
        for (String words : List.of(
                "Configured",
                MODEL,
                "closed",
                "3 of 8, 2 queued",
                "12 timeout",
                "1.3 s",
                "81,000 / 6,400",
                "$0.50",
                "timeout: nothing",
                "spent, of 60",
                "860 left of 1,000",
                "$1.75 left of $2.00")) {
            assertThat(living).containsText(words, PATIENTLY);
        }
        assertThat(report(dashboard, "dead")).containsText("taken for gone");
        assertThat(report(dashboard, "dead")).containsText("no price configured");

        Locator notices = dashboard.page().locator("kg-notices");
        assertThat(notices).not().containsText("circuit");
        records.asking("cloud", "living", Duration.ZERO, model(MODEL, "open", 60, 0.5, "timeout: nothing"));
        assertThat(notices).containsText("circuit of " + MODEL + " open since", PATIENTLY);
        assertThat(notices).containsText("local verdicts stand");
        assertThat(living).containsText("open since", PATIENTLY);
    }

    @Test
    void theRaceTellsWhoReviewsHowMuchAndAtWhatCost(DashboardPage dashboard) {
        records.asking("cloud", "i1", Duration.ZERO, model(MODEL, "closed", 0, 0.5, null));
        records.asking("local", "i2", Duration.ZERO, model("ollama/small", "closed", 0, null, null));
        open(dashboard, "");
        Locator opinions = dashboard.page().locator("tr[data-row='reviewed']");
        assertThat(opinions).containsText(MODEL, PATIENTLY);
        // 200 of 1,000, for 50 cents.
        assertThat(opinions).containsText("20.0 %", PATIENTLY);
        Locator cost = dashboard.page().locator("tr[data-row='cost']");
        assertThat(cost).containsText("$0.50", PATIENTLY);
        assertThat(cost).containsText("no price configured");
    }

    @Test
    void axeFindsNothingSeriousInWhatWasReviewed(DashboardPage dashboard) {
        records.asking("cloud", "i1", Duration.ZERO, model(MODEL, "open", 60, 0.5, "timeout: nothing"));
        records.asking("local", "i2", Duration.ofMinutes(5), model(MODEL, "half_open", 0, null, null));
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            dashboard.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            open(dashboard, "#/pipeline");
            assertThat(report(dashboard, "i1")).containsText("open", PATIENTLY);
            Assertions.assertThat(Axe.violations(dashboard.page(), PARTS))
                    .as("pipeline, %s", scheme)
                    .isEmpty();
            open(dashboard, "#/overview");
            String id = "axe-" + scheme;
            records.revised(records.first(id, "cloud"), Action.BLOCK, 0.91, "Yes.", null, asked(0.91, null));
            shows(dashboard, id, "Raised from 0.40 to 0.91");
            Assertions.assertThat(Axe.violations(dashboard.page(), PARTS))
                    .as("event, %s", scheme)
                    .isEmpty();
        }
    }

    @Test
    void nothingOfWhatModelsAndProvidersSayRuns(DashboardPage dashboard) {
        Page page = dashboard.page();
        List<String> payloads = HostileEntries.payloads().stream()
                .filter(text -> text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE))
                .limit(20)
                .toList();
        for (int i = 0; i < payloads.size(); i++) {
            String text = payloads.get(i);
            records.asking(text, text + i, Duration.ZERO, model(text, "open", 1, null, text));
            var now = InstantSource.system().instant();
            records.told(TierStatus.withoutModel("cloud", "without-" + i, text, false, now, now));
        }
        for (int width : List.of(1280, 390)) {
            page.setViewportSize(width, 800);
            open(dashboard, "#/pipeline");
            assertThat(page.locator("kg-reviewers article")).hasCount(2 * payloads.size());
            HostileTextIT.assertHarmless(dashboard, "pipeline at " + width);
            open(dashboard, "#/overview");
            HostileTextIT.assertHarmless(dashboard, "overview at " + width);
            for (int i = 0; i < payloads.size(); i++) {
                String text = payloads.get(i);
                String id = "hostile-" + width + "-" + i;
                Review review = ReviewRecords.review(text, Review.Origin.ASKED, 0.1, text);
                records.revised(records.first(id, "cloud"), Action.BLOCK, 0.9, text, text, review);
                shows(dashboard, id, "Answered 0.10");
                HostileTextIT.assertHarmless(dashboard, id);
            }
        }
    }

    private void open(DashboardPage dashboard, String place) {
        dashboard.losingItsGateway().on(gateway.origin()).openLive(place);
    }

    private static Locator rows(DashboardPage dashboard) {
        return dashboard.page().locator(".feed-row");
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator report(DashboardPage dashboard, String instance) {
        return dashboard
                .page()
                .locator("kg-reviewers")
                .getByRole(AriaRole.ARTICLE)
                .filter(has(instance));
    }

    /** Opens the newest event, when its second opinion has come. */
    private static void shows(DashboardPage dashboard, String id, String words) {
        DashboardPage.await().until(() -> {
            var row = dashboard.evaluate("const { feed } = await import('/dashboard/state/feed.js');"
                    + "return feed.value.rows.find((it) => it.event_id === '" + id
                    + "' && it.revision === 1) ?? null;");
            return row.isObject()
                    && dashboard
                            .evaluate("(await import('/dashboard/state/route.js')).showEvent(" + row + ");")
                            .isNull();
        });
        assertThat(dashboard.details()).containsText(words, PATIENTLY);
        assertThat(dashboard.details()).not().containsText("Looking it up");
    }
}
