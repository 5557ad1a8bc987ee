package ai.kongguard.standalone.dashboard;

import static ai.kongguard.standalone.dashboard.Counts.percent;
import static ai.kongguard.standalone.dashboard.Counts.written;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Attacking oneself from the page, and every number it then shows as one counts it in the topics or reads it from the API. */
@ExtendWith(InBrowser.class)
class AttackIT {

    private static final Pattern ACTION = Pattern.compile("Allow|Monitor|Rate limit|Block");

    private static final ContainsTextOptions PATIENTLY =
            new ContainsTextOptions().setTimeout(DashboardPage.PATIENCE.toMillis());
    private static final Pattern RUN = Pattern.compile("^Run \\d+");

    @Test
    void aFloodRunsAndEveryNumberOfItIsThatOfTheApi(RunningSystem system, DashboardPage dashboard)
            throws IOException, InterruptedException {
        dashboard.openLive("");
        dashboard.button("Attack").click();
        Locator panel = dashboard.details();
        radio(panel, "medium").check();
        radio(panel, "blended").check();
        panel.getByLabel("Duration in seconds").fill("5");
        panel.getByText("Launch").click();

        Locator run = panel.getByRole(AriaRole.ARTICLE, new GetByRoleOptions().setName(RUN))
                .first();
        assertThat(run.getByRole(AriaRole.STATUS)).containsText("Running", PATIENTLY);
        assertThat(run.getByRole(AriaRole.PROGRESSBAR)).isVisible();
        assertThat(run.getByRole(AriaRole.STATUS)).containsText("Completed", PATIENTLY);
        assertThat(run).containsText("250 of 250 sent");

        String id = String.valueOf(run.getAttribute("aria-label")).replace("Run ", "");
        DashboardPage.await().untilAsserted(() -> {
            JsonNode results = system.gateway().get("/api/attack/flood/results/" + id);
            assertThat(results.get("total_requests").asInt()).isEqualTo(250);
            JsonNode local = results.at("/results_summary/tier_performance/local");
            long caught = local.get("attacks_blocked").asLong();
            long missed = local.get("attacks").asLong() - caught;
            Locator tiers = run.getByRole(AriaRole.TABLE);
            assertThat(cell(tiers, "Requests", "local")).isEqualTo("250");
            assertThat(cell(tiers, "Caught", "local")).isEqualTo(written(caught));
            assertThat(cell(tiers, "Got through", "local")).isEqualTo(written(missed));
            assertThat(cell(tiers, "False alarms", "local"))
                    .startsWith(written(local.get("benign_blocked").asLong()) + " of ");
            assertThat(cell(tiers, "Got through", "unprotected")).isEqualTo("75");
        });
        assertTilesAreCounted(system, dashboard);
        assertRaceIsCounted(system, dashboard);
        dashboard.page().keyboard().press("4");
        Locator row = dashboard
                .page()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHas(dashboard.page().getByTitle("Run " + id)));
        long caught = system.gateway()
                .get("/api/attack/flood/results/" + id)
                .at("/results_summary/tier_performance/local/attacks_blocked")
                .asLong();
        assertThat(row).containsText("250 of 250");
        assertThat(row).containsText(percent(caught / 75.0), PATIENTLY);
    }

    @Test
    void aFloodStopsWhenItIsStopped(RunningSystem system, DashboardPage dashboard)
            throws IOException, InterruptedException {
        dashboard.openLive("#/overview?panel=attack");
        Locator panel = dashboard.details();
        radio(panel, "low").check();
        panel.getByLabel("Duration in seconds").fill("120");
        panel.getByText("Launch").click();
        Locator stop = dashboard.button("Stop");
        Locator run = panel.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHas(stop));
        String name = String.valueOf(run.getAttribute("aria-label"));
        stop.click();
        assertThat(panel.getByRole(AriaRole.ARTICLE, new GetByRoleOptions().setName(name))
                        .getByRole(AriaRole.STATUS))
                .containsText("Stopped", PATIENTLY);
        assertThat(system.gateway()
                        .get("/api/attack/flood/status/" + name.replace("Run ", ""))
                        .get("status")
                        .asString())
                .isEqualTo("stopped");
    }

    @Test
    void anOrderThatCannotBeSentSaysWhy(DashboardPage dashboard) {
        dashboard.openLive("#/overview?panel=attack");
        Locator panel = dashboard.details();
        panel.getByLabel("Duration in seconds").fill("2");
        assertThat(panel).containsText("Whole seconds from 5 to 300");
        assertThat(panel.getByText("Launch")).isDisabled();
        panel.getByLabel("Duration in seconds").fill("5");
        assertThat(panel.getByText("Launch")).isEnabled();
    }

    @ParameterizedTest
    @CsvSource({"SQL injection", "XSS", "Command injection", "Path traversal", "Normal request"})
    void oneRequestCountsOnceAndShowsItsVerdict(String attack, RunningSystem system, DashboardPage dashboard) {
        dashboard.openLive("#/overview?panel=attack");
        assertTilesAreCounted(system, dashboard);
        Counts before = Counts.of(system.topics());
        Locator entry =
                dashboard.details().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(attack));
        entry.getByRole(AriaRole.BUTTON).click();
        Locator status = entry.getByRole(AriaRole.STATUS);
        // Each attack is another one, and few of them are missed; what is shown must be what was judged.
        assertThat(status).containsText(ACTION);
        String verdict = ACTION.matcher(status.innerText())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        DashboardPage.await().until(() -> Counts.of(system.topics()).total() == before.total() + 1);
        assertThat(Counts.of(system.topics()).blocked() - before.blocked())
                .isEqualTo(Set.of("Block", "Rate limit").contains(verdict) ? 1 : 0);
        assertTilesAreCounted(system, dashboard);

        entry.getByRole(AriaRole.BUTTON).last().click();
        assertThat(dashboard.details()).containsText("Tier local");
        Locator opened = dashboard
                .role(AriaRole.GRID, "Verdicts, newest first")
                .getByRole(AriaRole.ROW, new GetByRoleOptions().setSelected(true));
        assertThat(opened).hasCount(1);
        assertThat(opened).containsText(verdict);
    }

    private static void assertTilesAreCounted(RunningSystem system, DashboardPage dashboard) {
        DashboardPage.await().untilAsserted(() -> {
            Counts counts = Counts.of(system.topics());
            assertThat(tile(dashboard, "Total requests")).isEqualTo(written(counts.total()));
            assertThat(tile(dashboard, "Threats blocked")).isEqualTo(written(counts.blocked()));
            assertThat(tile(dashboard, "Allowed")).isEqualTo(written(counts.allowed()));
        });
    }

    private static void assertRaceIsCounted(RunningSystem system, DashboardPage dashboard) {
        Locator race =
                dashboard.page().getByRole(AriaRole.TABLE).filter(new Locator.FilterOptions().setHasText("Accuracy"));
        DashboardPage.await().untilAsserted(() -> {
            JsonNode total = system.gateway().get("/api/metrics?step=5m").at("/tiers/local/total");
            assertThat(cell(race, "Judged", "local"))
                    .isEqualTo(written(total.get("requests").asLong()));
            JsonNode truth = total.get("truth");
            assertThat(number(cell(race, "Caught", "local")))
                    .isEqualTo(written(truth.get("true_positives").asLong()));
            assertThat(number(cell(race, "Got through", "local")))
                    .isEqualTo(written(truth.get("false_negatives").asLong()));
            assertThat(number(cell(race, "False alarms", "local")))
                    .isEqualTo(written(truth.get("false_positives").asLong()));
        });
        assertThat(race).containsText("Not configured");
    }

    private static Locator radio(Locator panel, String name) {
        return panel.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    /** The large words of a tile. */
    private static String tile(DashboardPage dashboard, String name) {
        return dashboard
                .role(AriaRole.REGION, name)
                .getByRole(AriaRole.PARAGRAPH)
                .first()
                .innerText()
                .strip();
    }

    private static String number(String cell) {
        return cell.split("\\s")[0];
    }

    /** The text where a row and a column meet; empty when they do not. */
    private static String cell(Locator table, String row, String column) {
        return String.valueOf(table.evaluate(
                """
                (table, [row, column]) => {
                  const first = (cell) => cell.innerText.trim().split(/\\s/)[0];
                  const at = [...table.tHead.rows[0].cells].findIndex((cell) => first(cell) === column);
                  const line = [...table.tBodies[0].rows].find((one) => one.cells[0].innerText.trim() === row);
                  return line?.cells[at]?.innerText.trim() ?? '';
                }""",
                new String[] {row, column}));
    }
}
