package ai.kongguard.standalone.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What was judged, as it comes, and one event in all its detail. Each test looks for a path that no other sends. */
@ExtendWith(InBrowser.class)
class FeedIT {

    private static final String INJECTION = "1%27%20OR%20%271%27=%271";

    private final String path = "/" + UUID.randomUUID();

    @Test
    void showsAVerdictInWordsWithItsOffendingPartMarked(RunningSystem system, DashboardPage dashboard)
            throws IOException, InterruptedException {
        dashboard.openLive("");
        send(system, "?id=" + INJECTION, 1);
        Locator row = rows(dashboard).first();
        assertThat(row).containsText("Block");
        assertThat(row).containsText("SQL injection");
        assertThat(row.locator("mark")).containsText("OR");
    }

    @Test
    void searchesWhatIsThere(RunningSystem system, DashboardPage dashboard) throws IOException, InterruptedException {
        Page page = dashboard.openLive("").page();
        send(system, "?id=" + INJECTION, 1);
        send(system, "?harmless=1", 2);
        assertThat(rows(dashboard)).hasCount(3);
        page.keyboard().press("/");
        Locator search = page.getByLabel("Search in the feed");
        assertThat(search).isFocused();
        page.keyboard().type(path.substring(1) + " sql injection");
        assertThat(rows(dashboard)).hasCount(1);
        search.fill("nothing has these words");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("contains “nothing has these words”");
        dashboard.button("Clear the search").click();
        assertThat(rows(dashboard)).hasCount(3);
    }

    @Test
    void asksForLessAndKeepsThatInTheAddress(RunningSystem system, DashboardPage dashboard)
            throws IOException, InterruptedException {
        Page page = dashboard.openLive("").page();
        send(system, "?id=" + INJECTION, 1);
        send(system, "?harmless=1", 1);
        assertThat(rows(dashboard)).hasCount(2);
        page.getByLabel("Action", new Page.GetByLabelOptions().setExact(true))
                .getByText("Block")
                .click();
        assertThat(rows(dashboard)).hasCount(1);
        send(system, "?harmless=1", 1);
        send(system, "?id=" + INJECTION, 1);
        assertThat(rows(dashboard)).hasCount(2);
        assertThat(page).hasURL(Pattern.compile("action=block"));
        page.reload();
        dashboard.awaitConnection("Live");
        send(system, "?harmless=1", 1);
        send(system, "?id=" + INJECTION, 1);
        assertThat(rows(dashboard).first()).containsText("Block");
        assertThat(rows(dashboard).filter(new Locator.FilterOptions().setHasText("harmless")))
                .hasCount(0);
        dashboard.button("Reset").click();
        send(system, "?harmless=1", 1);
        assertThat(rows(dashboard).first()).containsText("harmless");
    }

    @Test
    void aPauseHoldsTheRowsAndCountsWhatComes(RunningSystem system, DashboardPage dashboard)
            throws IOException, InterruptedException {
        Page page = dashboard.openLive("").page();
        send(system, "?n=1", 1);
        assertThat(rows(dashboard)).hasCount(1);
        page.keyboard().press("Space");
        assertThat(dashboard.button("Paused, 0 newer")).isVisible();
        send(system, "?n=2", 5);
        assertThat(dashboard.button("Paused, 5 newer")).isVisible();
        assertThat(rows(dashboard)).hasCount(1);
        dashboard.button("Paused, 5 newer").click();
        assertThat(rows(dashboard)).hasCount(6);
    }

    @Test
    void opensAnEventWithEverythingThatIsKnownOfIt(RunningSystem system, DashboardPage dashboard)
            throws IOException, InterruptedException {
        Page page = dashboard.openLive("").page();
        send(system, "?id=" + INJECTION, 1);
        rows(dashboard).first().click();
        Locator details = dashboard.details();
        assertThat(details.getByRole(
                        AriaRole.HEADING,
                        new Locator.GetByRoleOptions().setName("Event").setExact(true)))
                .isFocused();
        assertThat(details.locator("mark").first()).containsText("OR");
        assertThat(details).containsText("1' OR '1'='1");
        assertThat(details).containsText("Tier local");
        assertThat(details).containsText("gateway.traffic / partition");
        String model = system.gateway().get("/models").toString();
        assertThat(model)
                .contains(details.getByText(Pattern.compile("^local/"))
                        .first()
                        .innerText()
                        .strip());

        details.getByText("Copy as curl").click();
        assertThat(details).containsText("Command copied");
        assertThat(clipboard(page)).startsWith("curl ").contains(path);
        details.getByText("Copy link").click();
        assertThat(details).containsText("Link copied");
        Page tab = dashboard.tab(clipboard(page));
        assertThat(tab.getByRole(AriaRole.COMPLEMENTARY)).containsText(path);
        assertThat(tab.getByRole(AriaRole.COMPLEMENTARY)).containsText("SQL injection");
        page.keyboard().press("Escape");
        assertThat(details).isHidden();
    }

    @Test
    void anEventThatIsNotThereIsCalledThat(DashboardPage dashboard) {
        dashboard
                .expecting("404")
                .openLive("#/overview?panel=event&id=nobody-sent-this&client=203.0.113.7&at=1795400762147");
        assertThat(dashboard.details()).containsText("does not find it");
    }

    @Test
    void anOperatorsWordIsCounted(RunningSystem system, DashboardPage dashboard)
            throws IOException, InterruptedException {
        dashboard.openLive("");
        send(system, "?id=" + INJECTION, 1);
        JsonNode before = truth(system);
        rows(dashboard).first().click();
        dashboard.details().getByText("False positive").click();
        assertThat(dashboard.details()).containsText("Recorded as false positive");
        DashboardPage.await().untilAsserted(() -> {
            JsonNode now = truth(system);
            assertThat(now.path("false_positives").asLong())
                    .isEqualTo(before.path("false_positives").asLong() + 1);
            assertThat(dashboard.role(AriaRole.REGION, "AI accuracy"))
                    .containsText(Counts.percent(now.path("accuracy").asDouble()));
        });
    }

    @Test
    void needsNoMouse(RunningSystem system, DashboardPage dashboard) throws IOException, InterruptedException {
        Page page = dashboard.openLive("").page();
        send(system, "?id=" + INJECTION, 1);
        assertThat(rows(dashboard)).hasCount(1);
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(dashboard.details()).containsText(path);
        tabTo(page, dashboard.details().getByText("Confirm threat"));
        page.keyboard().press("Enter");
        assertThat(dashboard.details()).containsText("Recorded as confirmed threat");
        page.keyboard().press("Escape");
        assertThat(dashboard.details()).isHidden();
        page.keyboard().press("a");
        Locator quick = dashboard
                .details()
                .getByText("XSS", new Locator.GetByTextOptions().setExact(true))
                .first();
        tabTo(page, quick);
        page.keyboard().press("Enter");
        assertThat(dashboard
                        .details()
                        .getByRole(AriaRole.STATUS)
                        .filter(new Locator.FilterOptions().setHasText("local")))
                .containsText(Pattern.compile("Block|Rate limit"));
    }

    private static void tabTo(Page page, Locator wanted) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(
                    wanted.evaluate(
                            "(element) => element.contains(document.activeElement) || element === document.activeElement.closest('button')"))) {
                return;
            }
        }
        throw new AssertionError("60 tabs do not reach " + wanted);
    }

    private void send(RunningSystem system, String query, int times) throws IOException, InterruptedException {
        String entry = "{\"client_ip\":\"203.0.113.7\",\"request\":{\"method\":\"GET\",\"uri\":\"%s\",\"id\":\"%s\"}}";
        for (int i = 0; i < times; i++) {
            system.ingest().post("/ingest/kong", entry.formatted(path + query, UUID.randomUUID()));
        }
    }

    private Locator rows(DashboardPage dashboard) {
        return dashboard
                .role(AriaRole.GRID, "Verdicts, newest first")
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(path));
    }

    private static JsonNode truth(RunningSystem system) throws IOException, InterruptedException {
        return system.gateway().get("/api/metrics?step=5m").at("/tiers/local/total/truth");
    }

    private static String clipboard(Page page) {
        return String.valueOf(page.evaluate("() => navigator.clipboard.readText()"));
    }
}
