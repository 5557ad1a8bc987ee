package ai.kongguard.detect.normalize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestEvents;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalTextsTest {

    @Test
    void saysNothingOfWhatIsPlain() {
        TrafficEvent event = TestEvents.event("e", "203.0.113.1", "/api/users", "id=1&name=bob");
        assertThat(CanonicalTexts.of(event, List.of("user-agent"))).isEmpty();
    }

    @Test
    void decodesEachPartByItsOwnRules() {
        TrafficEvent event = TestEvents.with(
                TestEvents.event("e", "203.0.113.1", "/%2e%2e/a+b", "q=%2527+or+1%3D1"),
                Map.of("x-name", "&lt;b&gt;", "cookie", "s=%3Cb%3E+", "content-type", "application/json"),
                "{\"q\":\"\\u0027 or 1\"}");
        assertThat(CanonicalTexts.of(event, List.of("x-name", "cookie", "absent")))
                .containsExactly(
                        Map.entry("path", "/../a+b"),
                        Map.entry("query", "q=' or 1=1"),
                        Map.entry("header.x-name", "<b>"),
                        Map.entry("header.cookie", "s=<b>+"),
                        Map.entry("body", "{\"q\":\"' or 1\"}"));
    }

    @Test
    void aFormsBodyHasBlanksWhereItHadPlusSigns() {
        TrafficEvent event = TestEvents.with(
                TestEvents.event("e", "203.0.113.1", "/", ""),
                Map.of("content-type", "application/x-www-form-urlencoded"),
                "q=a+b");
        assertThat(CanonicalTexts.of(event, List.of())).isEqualTo(Map.of("body", "q=a b"));
    }

    @Test
    void showsWhatWasHidden() {
        String payload = "' or 1=1 -- and some more text";
        String hidden = Base64.getEncoder().withoutPadding().encodeToString(payload.getBytes(UTF_8));
        TrafficEvent event = TestEvents.event("e", "203.0.113.1", "/", "data=" + hidden);
        assertThat(CanonicalTexts.of(event, List.of())).isEqualTo(Map.of("hidden.query.data", payload));
    }

    @Test
    void isBounded() {
        StringBuilder query = new StringBuilder();
        String hidden = Base64.getEncoder().encodeToString("' or 1=1 -- and some more text".getBytes(UTF_8));
        for (int i = 0; i < 100; i++) {
            query.append("a").append(i).append('=').append(hidden).append('&');
        }
        TrafficEvent event = TestEvents.with(
                TestEvents.event("e", "203.0.113.1", "/%41", query.toString()), Map.of(), "%27".repeat(60_000));
        Map<String, String> texts = CanonicalTexts.of(event, List.of());
        assertThat(texts).hasSizeLessThanOrEqualTo(CanonicalTexts.MAX_TEXTS).containsKeys("path", "body");
        assertThat(texts.values()).allMatch(text -> text.length() <= CanonicalTexts.MAX_LENGTH);
    }
}
