package ai.kongguard.standalone.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The frame around the parts: views, the panel, keys, themes. */
@ExtendWith(InBrowser.class)
class ShellIT {

    private static final Pattern INCIDENTS = Pattern.compile("#/incidents");

    @Test
    void saysThatItIsLiveAndHowLongTheWayIs(DashboardPage dashboard) {
        dashboard.openLive("");
        assertThat(dashboard.page().getByTitle("Round trip to the gateway and back"))
                .hasText(Pattern.compile("\\d+(\\.\\d)? ms"));
        assertThat(dashboard.page()).hasTitle(Pattern.compile("Kong Guard AI"));
    }

    @Test
    void movesBetweenViewsAndBack(DashboardPage dashboard) {
        Page page = dashboard.openLive("").page();
        Locator views = dashboard.role(AriaRole.NAVIGATION, "Views");
        for (String name : new String[] {"Incidents", "Sources", "Runs", "Pipeline"}) {
            Locator link = views.getByText(name);
            link.click();
            assertThat(link).hasAttribute("aria-current", "page");
            assertThat(page.locator("[data-view]:visible")).hasCount(1);
            assertThat(page.getByRole(AriaRole.MAIN)).containsText(name);
        }
        page.goBack();
        assertThat(views.getByText("Runs")).hasAttribute("aria-current", "page");
        page.reload();
        assertThat(views.getByText("Runs")).hasAttribute("aria-current", "page");
    }

    @ParameterizedTest
    @CsvSource({"1,Overview", "2,Incidents", "3,Sources", "4,Runs", "5,Pipeline"})
    void aDigitShowsItsView(String digit, String view, DashboardPage dashboard) {
        Page page = dashboard.open(digit.equals("1") ? "#/runs" : "").page();
        page.keyboard().press(digit);
        assertThat(dashboard.role(AriaRole.NAVIGATION, "Views").getByText(view)).hasAttribute("aria-current", "page");
    }

    @Test
    void anUnknownPlaceIsTheOverview(DashboardPage dashboard) {
        dashboard.openLive("#/nowhere?panel=%00&id=%3Cscript%3E");
        assertThat(dashboard.role(AriaRole.NAVIGATION, "Views").getByText("Overview"))
                .hasAttribute("aria-current", "page");
        assertThat(dashboard.details()).isHidden();
    }

    @Test
    void opensTheAttackPanelByButtonAndByKey(DashboardPage dashboard) {
        Page page = dashboard.openLive("#/incidents").page();
        Locator button = dashboard.button("Attack");
        button.click();
        assertThat(dashboard.details()).isVisible();
        assertThat(button).hasAttribute("aria-expanded", "true");
        page.keyboard().press("Escape");
        assertThat(dashboard.details()).isHidden();
        page.keyboard().press("a");
        assertThat(dashboard.details()).isVisible();
        assertThat(page).hasURL(INCIDENTS);
        page.keyboard().press("a");
        assertThat(dashboard.details()).isHidden();
    }

    @Test
    void listsItsKeys(DashboardPage dashboard) {
        Page page = dashboard.openLive("").page();
        page.keyboard().press("?");
        Locator keys = dashboard.role(AriaRole.DIALOG, "Keys");
        assertThat(keys).isVisible();
        for (String what : new String[] {"Attack control", "Pause the feed", "Search in the feed", "Close the panel"}) {
            assertThat(keys).containsText(what);
        }
        page.keyboard().press("2");
        assertThat(page).not().hasURL(INCIDENTS);
        page.keyboard().press("Escape");
        assertThat(keys).isHidden();
        dashboard.button("Keys").click();
        assertThat(keys).isVisible();
        keys.getByText("Close").last().click();
        assertThat(keys).isHidden();
    }

    @Test
    void theFirstTabLeadsPastTheHeader(DashboardPage dashboard) {
        Page page = dashboard.openLive("").page();
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the numbers")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.MAIN)).isFocused();
    }

    @Test
    void keepsThemeAndSizeOverAReload(DashboardPage dashboard) {
        Page page = dashboard.openLive("").page();
        String light = background(page);
        page.getByLabel("Theme").selectOption("dark");
        dashboard.button("Present").click();
        assertThat(dashboard.button("Present")).hasAttribute("aria-pressed", "true");
        assertThat(background(page)).isNotEqualTo(light);
        page.reload();
        dashboard.awaitConnection("Live");
        assertThat(background(page)).isNotEqualTo(light);
        assertThat(page.evaluate("() => getComputedStyle(document.documentElement).fontSize"))
                .isEqualTo("18px");
        page.keyboard().press("p");
        assertThat(dashboard.button("Present")).hasAttribute("aria-pressed", "false");
    }

    @Test
    void storageThatAnotherVersionFilledDoesNoHarm(DashboardPage dashboard) {
        Page page = dashboard.open("").page();
        for (String stored : new String[] {"no json", "null", "7", "[1]", "{\"theme\":7,\"range\":\"__proto__\"}"}) {
            page.evaluate("(text) => localStorage.setItem('kong-guard-dashboard', text)", stored);
            page.reload();
            dashboard.awaitConnection("Live");
        }
    }

    private static String background(Page page) {
        return String.valueOf(page.evaluate("() => getComputedStyle(document.body).backgroundColor"));
    }
}
