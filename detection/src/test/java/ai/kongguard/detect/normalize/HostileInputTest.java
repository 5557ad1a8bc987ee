package ai.kongguard.detect.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestEvents;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileInputTest {

    private static final int CASES = 5_000;

    private static final List<String> PIECES = List.of(
            "%",
            "%2",
            "%25",
            "%c0%ae",
            "%e2%80%8b",
            "%u00",
            "%u0027",
            "%%32%65",
            "%f8%80",
            "+",
            "&",
            "&#",
            "&#x3c",
            "&lt",
            "&Tab;",
            "\\",
            "\\u",
            "\\u{",
            "\\u003c",
            "\\x3",
            "\\152\\141",
            "\\\"",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "=",
            ";",
            "/",
            "..",
            "<",
            ">",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?xml ",
            "?>",
            "<!DOCTYPE ",
            "<xi:include ",
            "/*",
            "*/",
            "/*!5",
            "\0",
            "\ud800",
            "\udc00",
            "\u200b",
            "\uff1c",
            "é",
            "漢",
            "😀",
            "a",
            "Z",
            "0",
            "$ne",
            "__proto__",
            "query",
            "eyJ",
            "Li4vLi4vZXRjL3Bhc3N3ZA==",
            "0x2f6574632f",
            "2f6574632f7061737377",
            "data:;base64,",
            "--b",
            "\r\n\r\n",
            "\n",
            " ",
            "name=\"",
            "Content-Type: application/json\r\n",
            "#");

    private static final List<String> TYPES = List.of(
            "",
            "application/json",
            "multipart/form-data; boundary=b",
            "multipart/form-data",
            "text/xml",
            "application/x-www-form-urlencoded",
            "application/graphql",
            "text/plain");

    @Test
    void keepsItsPromisesWhateverComes() {
        Random random = new Random(20261124);
        for (int i = 0; i < CASES; i++) {
            TrafficEvent event = event(random, 40);
            check(event);
        }
    }

    @Test
    void keepsItsBoundsWhenFlooded() {
        Random random = new Random(20261125);
        for (int i = 0; i < 40; i++) {
            check(event(random, 20_000));
        }
        for (String piece : PIECES) {
            String flood = piece.repeat(200_000 / piece.length());
            for (String type : TYPES) {
                check(event(flood, type, flood));
            }
        }
    }

    @Test
    void boundsOneValue() {
        List<CanonicalValue> values = Samples.query("q=" + "<b> ".repeat(40_000));
        assertThat(values).singleElement().satisfies(value -> assertThat(value.text())
                .hasSize(Canonicaliser.MAX_LENGTH));
    }

    private static void check(TrafficEvent event) {
        List<CanonicalValue> values = Canonicaliser.values(event);
        List<CanonicalValue> again = Canonicaliser.values(event);
        assertThat(values).hasSameSizeAs(again).hasSizeLessThanOrEqualTo(Canonicaliser.MAX_VALUES);
        int characters = 0;
        for (int i = 0; i < values.size(); i++) {
            CanonicalValue value = values.get(i);
            characters += value.text().length();
            assertThat(value.text()).isEqualTo(again.get(i).text());
            assertThat(value.field()).isEqualTo(again.get(i).field()).hasSizeLessThan(120);
            assertThat(value.encodings()).isEqualTo(again.get(i).encodings());
            assertThat(value.text()).hasSizeLessThanOrEqualTo(Canonicaliser.MAX_LENGTH);
            assertThat(value.lower()).hasSameSizeAs(value.text());
            assertThat(value.withoutComments())
                    .hasSizeLessThanOrEqualTo(value.text().length());
            int length = Samples.partOf(event, value).length();
            int before = 0;
            for (int at = 0; at <= value.text().length(); at++) {
                int offset = value.rawOffset(at);
                if (offset < before || offset > length) {
                    assertThat(offset).as("%s %d", value.field(), at).isBetween(before, length);
                }
                before = offset;
            }
        }
        assertThat(characters).isLessThanOrEqualTo(Canonicaliser.MAX_CHARACTERS);
    }

    private static TrafficEvent event(Random random, int pieces) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        return event(text(random, pieces), type, text(random, pieces));
    }

    private static TrafficEvent event(String text, String type, String body) {
        return TestEvents.with(
                TestEvents.event("e", "c", "/" + text, text),
                Map.of("cookie", text, "x-a", text, "user-agent", text, "accept", text, "content-type", type),
                body);
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(pieces);
        for (int i = 0; i < count; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
