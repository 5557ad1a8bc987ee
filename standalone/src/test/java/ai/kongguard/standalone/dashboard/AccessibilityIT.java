package ai.kongguard.standalone.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing serious is found by axe in any view or panel, in light and in dark. */
@ExtendWith(InBrowser.class)
class AccessibilityIT {

    private static final List<String> PLACES =
            List.of("#/overview", "#/incidents", "#/sources", "#/runs", "#/pipeline", "#/overview?panel=attack");

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axeFindsNothingSerious(ColorScheme scheme, RunningSystem system, DashboardPage dashboard)
            throws IOException, InterruptedException {
        Page page = dashboard.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        dashboard.openLive("#/runs");
        dashboard.button("Record").first().click();
        assertThat(Axe.violations(page)).as("what to record in %s", scheme).isEmpty();
        dashboard.button("Cancel").click();
        for (String place : PLACES) {
            dashboard.openLive(place);
            assertThat(Axe.violations(page)).as("%s in %s", place, scheme).isEmpty();
        }
        page.keyboard().press("?");
        assertThat(Axe.violations(page)).as("list of keys in %s", scheme).isEmpty();
        page.keyboard().press("Escape");
        system.ingest()
                .post(
                        "/ingest/kong",
                        "{\"client_ip\":\"203.0.113.7\",\"request\":{\"uri\":\"/axe?id=1%27%20OR%20%271%27=%271\"}}");
        page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("/axe"))
                .first()
                .click();
        PlaywrightAssertions.assertThat(dashboard.details()).containsText("Tier local");
        assertThat(Axe.violations(page)).as("an event in %s", scheme).isEmpty();
    }
}
