package ai.kongguard.standalone.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.detect.Judge;
import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A flood is recorded from its row, and replayed; the replay's numbers are the flood's. */
@ExtendWith(InBrowser.class)
class RecordingsPageIT {

    private static final String FLOOD =
            "{\"rate\":20,\"strategy\":\"sustained\",\"duration\":5,\"seed\":11,\"types\":[\"sql_injection\",\"xss\"]}";
    private static final Pattern REPLAY = Pattern.compile("^Replay \\d+");

    private static final ContainsTextOptions PATIENTLY =
            new ContainsTextOptions().setTimeout(DashboardPage.PATIENCE.toMillis());

    @Test
    void recordsAFloodAndReplaysIt(RunningSystem system, DashboardPage dashboard)
            throws IOException, InterruptedException {
        String flood =
                system.gateway().post("/api/attack/flood", FLOOD).get("run_id").asString();
        JsonNode expected = results(system, flood, 100);

        dashboard.openLive("#/runs?run=" + flood);
        dashboard.button("Record its events").click();
        Locator form = dashboard.role(AriaRole.FORM, "Record");
        assertThat(form.getByRole(AriaRole.RADIO).first()).isChecked();
        form.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Record"))
                .click();
        Locator row = dashboard
                .role(AriaRole.REGION, "Recordings")
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("run-" + flood));
        assertThat(row).containsText("100 attacks, 0 benign", PATIENTLY);

        dashboard.page().getByLabel("Speed of run-" + flood).selectOption("no waiting");
        dashboard.button("Replay run-" + flood).click();
        Locator playing = dashboard
                .page()
                .getByRole(AriaRole.ARTICLE, new com.microsoft.playwright.Page.GetByRoleOptions().setName(REPLAY))
                .first();
        assertThat(playing.getByRole(AriaRole.STATUS)).containsText("Completed", PATIENTLY);
        assertThat(playing).containsText("100 sent");
        JsonNode replayed = results(system, id(playing), 100);
        assertThat(replayed.at("/results_summary/tier_performance/local/attacks_blocked")
                        .asLong())
                .isEqualTo(stoppedByContent(system, id(playing)));
        assertThat(replayed.path("total_attacks")).isEqualTo(expected.path("total_attacks"));
        assertThat(replayed.at("/results_summary/attack_breakdown/xss/count"))
                .isEqualTo(expected.at("/results_summary/attack_breakdown/xss/count"));
        steer(system, dashboard, flood);
    }

    private static void steer(RunningSystem system, DashboardPage dashboard, String flood)
            throws IOException, InterruptedException {
        dashboard.page().getByLabel("Speed of run-" + flood).selectOption("0.1 ×");
        dashboard.button("Replay run-" + flood).click();
        Locator pause = dashboard.button("Pause");
        Locator playing = dashboard
                .page()
                .getByRole(AriaRole.ARTICLE, new com.microsoft.playwright.Page.GetByRoleOptions().setName(REPLAY))
                .filter(new Locator.FilterOptions().setHas(pause));
        Locator steered = dashboard.role(AriaRole.ARTICLE, "Replay " + id(playing));
        pause.click();
        assertThat(steered.getByRole(AriaRole.STATUS)).containsText("Paused", PATIENTLY);
        steered.getByRole(AriaRole.SLIDER).fill("900");
        // Each event has its verdict behind it.
        assertThat(steered).containsText("Record 180 of 200", PATIENTLY);
        steered.getByText("Stop").click();
        assertThat(steered.getByRole(AriaRole.STATUS)).containsText("Stopped", PATIENTLY);
        JsonNode replay = system.gateway().get("/api/replays/" + id(steered));
        assertThat(replay.path("state").asString()).isEqualTo("stopped");
        assertThat(replay.path("sent").asInt()).isLessThan(100);
    }

    /** The flood's clients were also judged by what they did before, which a replay's are not. */
    private static long stoppedByContent(RunningSystem system, String run) {
        Judge judge = Judge.withPolicy(VerdictPolicy.defaults());
        return system.topics().readAll(Topics.TRAFFIC).stream()
                .map(record -> RecordCodec.TRAFFIC_EVENT.decode(record.value()))
                .filter(event -> event.eventId().endsWith("-" + run))
                .filter(event -> judge.judge(event).action().blocks())
                .count();
    }

    private static String id(Locator replay) {
        return String.valueOf(replay.getAttribute("aria-label")).replace("Replay ", "");
    }

    /** Of a run of so many requests, once all of them are judged. */
    private static JsonNode results(RunningSystem system, String run, int requests) {
        DashboardPage.await()
                .until(() -> system.gateway()
                                .get("/api/attack/flood/results/" + run)
                                .at("/results_summary/tier_performance/local/total_requests")
                                .asInt()
                        == requests);
        try {
            return system.gateway().get("/api/attack/flood/results/" + run);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
