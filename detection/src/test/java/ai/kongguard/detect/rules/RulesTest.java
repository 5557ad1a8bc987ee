package ai.kongguard.detect.rules;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.detect.normalize.Canonicaliser;
import ai.kongguard.event.Finding;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestEvents;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The rules alone, whatever is made of their findings. */
class RulesTest {

    private static final Path FOLDER = Path.of("src/test/resources/testdata");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double BLOCKS = 0.8;

    static Stream<Detector> detectors() {
        return Rules.all().stream();
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void findsItsHostileCasesInAnyEncodingCaseAndPlace(Detector detector) throws IOException {
        assertThat(cases(detector.name())).isNotEmpty().allSatisfy(input -> disguises(input)
                .forEach((name, event) ->
                        assertThat(weight(detector, event)).as(name).isGreaterThanOrEqualTo(BLOCKS)));
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void findsNothingSureInBenignTexts(Detector detector) throws IOException {
        assertThat(cases("benign")).isNotEmpty().allSatisfy(input -> {
            assertThat(weight(detector, query(encode(input)))).isLessThan(BLOCKS);
            assertThat(weight(detector, json(input))).isLessThan(BLOCKS);
        });
    }

    private static Map<String, TrafficEvent> disguises(String input) {
        TrafficEvent plain = TestEvents.event("e", "c", "/", "");
        return Map.of(
                "URL encoding", query(encode(input)),
                "double URL encoding", query(encode(encode(input))),
                "upper case", query(encode(upper(input))),
                "JSON body", json(input),
                "cookie", TestEvents.with(plain, Map.of("cookie", "theme=dark; q=" + encode(input)), null));
    }

    private static double weight(Detector detector, TrafficEvent event) {
        List<Finding> findings = new ArrayList<>();
        Canonicaliser.values(event).forEach(value -> detector.detect(value, findings::add));
        return findings.stream().mapToDouble(Finding::weight).max().orElse(0);
    }

    private static TrafficEvent query(String value) {
        return TestEvents.event("e", "c", "/search", "q=" + value);
    }

    private static TrafficEvent json(String value) {
        String body = "{\"note\":" + JSON.writeValueAsString(value) + "}";
        return TestEvents.with(TestEvents.event("e", "c", "/", ""), Map.of("content-type", "application/json"), body);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Not the digits of escapes, whose letters mean something. */
    private static String upper(String text) {
        boolean escaped = Stream.of("\\u", "\\x", "%u", "&#x").anyMatch(text::contains);
        return escaped ? text : text.toUpperCase(Locale.ROOT);
    }

    private static List<String> cases(String folder) throws IOException {
        List<String> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            for (Path file : files.sorted().toList()) {
                JSON.readTree(Files.readAllBytes(file)).get("cases").forEach(one -> cases.add(one.asString()));
            }
        }
        return cases;
    }
}
