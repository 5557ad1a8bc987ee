package ai.kongguard.standalone.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Attackers write what the page shows: none of it runs, leads away, or breaks the page's width. */
@ExtendWith(InBrowser.class)
class HostileTextIT {

    private static final List<String> VIEWS = List.of("#/overview", "#/incidents", "#/sources", "#/runs", "#/pipeline");

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void nothingRunsAndNothingIsWiderThanTheScreen(int width, RunningSystem system, DashboardPage dashboard)
            throws IOException, InterruptedException {
        Page page = dashboard.page();
        page.setViewportSize(width, 800);
        dashboard.openLive("");
        List<String> payloads = HostileEntries.payloads();
        String name = "hostile-" + width;
        JsonNode answer = system.ingest().post("/ingest/kong", HostileEntries.log(name, payloads));
        assertThat(answer.get("accepted").asInt()).isEqualTo(payloads.size());
        DashboardPage.await().until(() -> rows(dashboard, name).size() == payloads.size());
        for (String view : VIEWS) {
            page.evaluate("(view) => { location.hash = view; }", view);
            assertHarmless(dashboard, view);
        }
        page.evaluate("() => { location.hash = '#/overview'; }");
        for (JsonNode row : rows(dashboard, name)) {
            String id = row.get("event_id").asString();
            if (!HostileEntries.isDistinct(Integer.parseInt(id.substring(name.length() + 1)))) {
                continue;
            }
            dashboard.evaluate("(await import('/dashboard/state/route.js')).showEvent(" + row + ");");
            PlaywrightAssertions.assertThat(dashboard.details()).containsText(id);
            PlaywrightAssertions.assertThat(dashboard.details()).not().containsText("Looking it up");
            assertHarmless(dashboard, id);
        }
    }

    private static JsonNode rows(DashboardPage dashboard, String name) {
        return dashboard.evaluate("const { feed } = await import('/dashboard/state/feed.js');"
                + "return feed.value.rows.filter((row) => row.event_id.startsWith('" + name + "-'))"
                + ".map(({ event_id, client_ip, observed_at }) => ({ event_id, client_ip, observed_at }));");
    }

    static void assertHarmless(DashboardPage dashboard, String where) {
        JsonNode page = dashboard.evaluate("return { ran: window." + HostileEntries.CANARY
                + " ?? null, width: document.documentElement.scrollWidth - innerWidth," + " place: location.origin }");
        assertThat(page.get("ran").isNull()).as("nothing ran at " + where).isTrue();
        assertThat(page.get("width").asInt()).as("px too wide at " + where).isNotPositive();
        assertThat(page.get("place").asString()).isEqualTo(dashboard.origin());
    }
}
