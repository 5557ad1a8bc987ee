package ai.kongguard.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Today's detector against a recording of an earlier release and the verdicts that were expected then. Whoever changes
 * verdicts on purpose writes them anew, and shows the difference in the same commit:
 * {@code ./mvnw test -pl replay -am -Dtest=GoldenRecordingTest -Dgolden.renew=true -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class GoldenRecordingTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Path EXPECTED = FOLDER.resolve("verdicts.csv");
    private static final String COLUMNS = "event_id,score,threat_type,action";
    private static final int RECORDS = 300;

    /** Scores are kept to three decimals, and the last digits of a computation may differ between machines. */
    private static final double TOLERANCE = 0.0015;

    @Test
    void judgesAsExpected() throws IOException {
        Map<String, Verdict> today = today();
        if (Boolean.getBoolean("golden.renew")) {
            List<String> lines = new ArrayList<>(List.of(COLUMNS));
            today.values().forEach(verdict -> lines.add(verdict.line()));
            Files.write(EXPECTED, lines);
        }
        Map<String, Verdict> expected = expected();
        List<String> changes = new ArrayList<>();
        expected.forEach((id, was) -> {
            Verdict is = today.get(id);
            if (is == null || !is.agreesWith(was)) {
                changes.add(was.line() + " was expected, and is " + (is == null ? "not judged" : is.line()));
            }
        });
        assertThat(changes)
                .as("verdicts that changed; if on purpose, see how to renew them in GoldenRecordingTest")
                .isEmpty();
        assertThat(today.keySet()).isEqualTo(expected.keySet());
    }

    @Test
    void holdsWhatADetectorCanFailAt() throws IOException {
        List<Verdict> expected = List.copyOf(expected().values());
        assertThat(expected).hasSize(RECORDS);
        assertThat(expected.stream().map(Verdict::action).distinct()).contains("allow", "block", "rate_limit");
        assertThat(expected.stream().map(Verdict::type).distinct()).hasSizeGreaterThan(8);
    }

    private static Map<String, Verdict> today() throws IOException {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        Detector detector = Detector.builtin(VerdictPolicy.defaults());
        Comparison comparison = new Comparison(detector, detector, event -> {
            Opinion opinion = event.candidate();
            verdicts.put(
                    event.eventId(),
                    new Verdict(
                            event.eventId(),
                            opinion.score(),
                            opinion.type().wireName(),
                            opinion.action().wireName()));
        });
        Comparison.Counts counts = comparison.run(Recording.open(FOLDER.resolve("traffic.kgr")), records -> {});
        assertThat(counts).isEqualTo(new Comparison.Counts(RECORDS, 0, 0, 0, 0, null));
        return verdicts;
    }

    private static Map<String, Verdict> expected() throws IOException {
        List<String> lines = Files.readAllLines(EXPECTED);
        assertThat(lines.get(0)).isEqualTo(COLUMNS);
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            verdicts.put(cells[0], new Verdict(cells[0], Double.parseDouble(cells[1]), cells[2], cells[3]));
        }
        return verdicts;
    }

    private record Verdict(String eventId, double score, String type, String action) {

        boolean agreesWith(Verdict other) {
            return Math.abs(score - other.score) < TOLERANCE && type.equals(other.type) && action.equals(other.action);
        }

        String line() {
            return String.format(Locale.ROOT, "%s,%.3f,%s,%s", eventId, score, type, action);
        }
    }
}
