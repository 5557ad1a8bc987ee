package ai.kongguard.detect.rules;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.detect.normalize.Canonicaliser;
import ai.kongguard.event.Finding;
import ai.kongguard.testkit.TestEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Long texts made to keep a detector busy: each has to answer, briefly; how fast is measured elsewhere. */
class HostileTextTest {

    private static final int LENGTH = 63 * 1024;

    static final List<String> PIECES = List.of(
            "<",
            "<a",
            "<a =\"",
            "=\"<a\" ",
            "='<a' on",
            "<script ",
            "<base aaaa>",
            "<a =j ",
            "javascript:",
            ";javascript:(",
            ";alert(",
            "'on",
            "\"onaaaaa ",
            "`",
            "`ls ",
            "`ls` ",
            ";",
            "; ",
            "&",
            "|",
            "\n",
            "\n'",
            "\n&",
            ";cat x",
            ";ls x",
            "$(",
            "$(ls ",
            "'",
            "\"",
            "\\",
            "' or ",
            "/*",
            "/**/",
            "/*!",
            "--",
            "(",
            "select ",
            "a",
            ".",
            "..",
            "../",
            "...;",
            "system(",
            "asystem(",
            " ",
            "%",
            "${",
            "${${",
            "${lower:",
            "http://",
            "o:1:\"",
            "o:1111",
            "rO0AB",
            "aced0005",
            "<!entity ",
            "<!entity system ",
            "<?php ",
            "<% ",
            "\r\n",
            "__class__",
            "() {",
            "%{(",
            "@type\":\"",
            "gopher://",
            "=gopher:",
            "http://0x");

    static Stream<Detector> detectors() {
        return Rules.all().stream();
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void answersBrieflyHoweverLongTheTextIs(Detector detector) {
        for (String piece : PIECES) {
            String flood = piece.repeat(LENGTH / piece.length());
            for (String text : List.of(flood, flood + "<img src=x onerror=alert(1)>", "' " + flood, "; ls " + flood)) {
                List<Finding> findings = new ArrayList<>();
                detector.detect(value(text), findings::add);
                assertThat(findings).as(piece).hasSizeLessThan(20);
            }
        }
    }

    static CanonicalValue value(String text) {
        return Canonicaliser.values(
                        TestEvents.with(TestEvents.event("e", "c", "/", ""), Map.of("x-a", text + " '"), null))
                .get(0);
    }
}
