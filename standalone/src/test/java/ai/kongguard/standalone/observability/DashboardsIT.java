package ai.kongguard.standalone.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every expression of dashboards and alerts reads what the services expose. */
class DashboardsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Collection<String> jobs = Deployment.jobs().keySet();

    @TempDir
    Path folder;

    @Test
    void everyMetricAndLabelIsThereAndNoneThatIsMadeUp() throws Exception {
        try (ObservedSystem system = new ObservedSystem(folder)) {
            system.ingest();
            system.flood(5);
            // No panel about pauses without one.
            System.gc();
            everyMetricAndLabelIsThere(system);
            whatIsMadeUpIsFound(system.scrape());
        }
    }

    private void everyMetricAndLabelIsThere(ObservedSystem system) {
        Map<String, String> expressions = Deployment.expressions();
        assertThat(expressions).hasSizeGreaterThan(40);
        await().atMost(PATIENCE).untilAsserted(() -> {
            Exposition exposition = system.scrape();
            Map<String, List<String>> missing = new TreeMap<>();
            expressions.forEach((place, expression) -> missing.put(place, exposition.missing(expression, jobs)));
            missing.values().removeIf(List::isEmpty);
            assertThat(missing).isEmpty();
        });
    }

    private void whatIsMadeUpIsFound(Exposition exposition) {
        String judged = "kongguard_analyzer_judged_records_total";
        assertThat(exposition.missing("rate(kongguard_made_up_total[1m])", jobs))
                .containsExactly("no metric kongguard_made_up_total");
        assertThat(exposition.missing("sum by (client_ip) (" + judged + ")", jobs))
                .containsExactly(judged + " has not all of [client_ip]");
        assertThat(exposition.missing(judged + "{tier=\"nobody\"}", jobs)).hasSize(1);
        assertThat(exposition.missing("up{job=\"nobody\"}", jobs)).containsExactly("no job is nobody");
    }
}
