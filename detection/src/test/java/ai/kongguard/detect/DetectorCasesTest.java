package ai.kongguard.detect;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.detect.normalize.Canonicaliser;
import ai.kongguard.detect.rules.Detector;
import ai.kongguard.detect.rules.Rules;
import ai.kongguard.event.Action;
import ai.kongguard.event.Finding;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestEvents;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetectorCasesTest {

    /** Fewer cases than this in a folder means that some got lost. */
    private static final int FLOOR = 40;

    /** One case in so many may be missed: the model weighs, and the rules have tests of their own. */
    private static final int MOST = 20;

    /** One awkward benign text in so many may be blocked. */
    private static final int RARE = 50;

    private final Judge judge = Judge.withPolicy(VerdictPolicy.defaults());

    static Stream<String> detectors() {
        return Rules.all().stream().map(Detector::name);
    }

    @Test
    void everyFolderBelongsToADetectorAndEveryDetectorHasOne() throws IOException {
        List<String> expected = new ArrayList<>(detectors().toList());
        expected.add(DetectorCases.BENIGN);
        assertThat(DetectorCases.folders()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void blocksItsHostileCasesAndNamesThem(String detector) throws IOException {
        List<String> cases = DetectorCases.of(detector);
        assertThat(cases).hasSizeGreaterThanOrEqualTo(FLOOR);
        List<String> missed = new ArrayList<>();
        for (String input : cases) {
            Judgement judgement = judge.judge(query(encode(input)));
            if (judgement.action() != Action.BLOCK) {
                missed.add(input + ": " + judgement);
                continue;
            }
            assertThat(judgement.findings()).as("%s: %s", input, judgement).isNotEmpty();
            assertThat(judgement.reasoning()).contains("query.q");
            assertThat(judgement.model()).startsWith("local/kg-local-").contains("@");
        }
        assertThat(missed).hasSizeLessThan(1 + cases.size() / MOST);
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void blocksThemInAnyEncodingCaseAndPlace(String detector) throws IOException {
        List<String> cases = DetectorCases.of(detector);
        List<String> missed = new ArrayList<>();
        cases.stream().filter(input -> blocks(query(encode(input)))).forEach(input -> {
            String json = "{\"note\":" + quote(input) + "}";
            Map<String, TrafficEvent> disguises = Map.of(
                    "double URL encoding", query(encode(encode(input))),
                    "upper case", query(encode(upper(input))),
                    "form body", body("application/x-www-form-urlencoded", "q=" + encode(input)),
                    "JSON body", body("application/json", json),
                    "cookie",
                            TestEvents.with(
                                    TestEvents.event("e", "c", "/", ""),
                                    Map.of("cookie", "theme=dark; q=" + encode(input)),
                                    null),
                    "among others", query("page=2&sort=name&q=" + encode(input) + "&lang=en"));
            disguises.forEach((name, event) -> {
                if (!blocks(event)) {
                    missed.add(input + " as " + name);
                }
            });
        });
        assertThat(missed).hasSizeLessThan(1 + 6 * cases.size() / MOST);
    }

    @Test
    void leavesBenignTextsAlone() throws IOException {
        List<String> cases = DetectorCases.of(DetectorCases.BENIGN);
        assertThat(cases).hasSizeGreaterThanOrEqualTo(2 * FLOOR);
        List<String> alarms = new ArrayList<>();
        for (String input : cases) {
            for (TrafficEvent event :
                    List.of(query(encode(input)), body("application/json", "{\"note\":" + quote(input) + "}"))) {
                if (blocks(event)) {
                    alarms.add(input + ": " + judge.judge(event));
                }
            }
        }
        // These were collected where detectors like to be wrong.
        assertThat(alarms).hasSizeLessThanOrEqualTo(2 * cases.size() / RARE);
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void pointsAtItsEvidenceInTheRawRequest(String detector) throws IOException {
        for (String input : DetectorCases.of(detector)) {
            String query = "lang=en&q=" + encode(input);
            List<Finding> findings = judge.judge(query(query)).findings();
            if (findings.isEmpty()) {
                continue;
            }
            Finding finding = findings.get(0);
            int end = finding.offset() + finding.length();
            assertThat(finding.offset()).as(input).isBetween("lang=en&q=".length(), query.length() - 1);
            assertThat(end).as(input).isBetween(finding.offset() + 1, query.length());
            String pointedAt = query.substring(finding.offset(), end);
            // A word beside it keeps plain evidence from being left out.
            assertThat(Canonicaliser.values(query("q='%20" + pointedAt)).get(0).text())
                    .as(input)
                    .startsWith("' " + finding.evidence());
        }
    }

    @Test
    void takesRandomTextWithoutFailingAndAnswersTheSameTwice() {
        Random random = new Random(20261123);
        String alphabet = "abcDEF019 '\"`<>=()/\\.;:|&$%#@!*+-_~^{}[],?\n\r\t\0éλ漢\ud83d";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(120);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            TrafficEvent event = TestEvents.with(
                    TestEvents.event("e", "c", "/" + text, text.toString()),
                    Map.of("cookie", text.toString(), "x-a", text.toString()),
                    text.toString());
            assertThat(judge.judge(event)).isEqualTo(judge.judge(event));
        }
    }

    private boolean blocks(TrafficEvent event) {
        return judge.judge(event).action() == Action.BLOCK;
    }

    private static TrafficEvent query(String query) {
        return TestEvents.event("e", "203.0.113.1", "/search", query.contains("q=") ? query : "q=" + query);
    }

    private static TrafficEvent body(String type, String body) {
        return TestEvents.with(TestEvents.event("e", "c", "/", ""), Map.of("content-type", type), body);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Not the digits of escapes, whose letters mean something. */
    private static String upper(String text) {
        return text.contains("\\u") || text.contains("\\x") || text.contains("%u") || text.contains("&#x")
                ? text
                : text.toUpperCase(Locale.ROOT);
    }

    private static String quote(String text) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
    }
}
