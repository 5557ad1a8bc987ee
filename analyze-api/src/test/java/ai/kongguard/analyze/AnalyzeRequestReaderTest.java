package ai.kongguard.analyze;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.event.TrafficEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyzeRequestReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");

    private final AnalyzeRequestReader reader = new AnalyzeRequestReader(InstantSource.fixed(NOW));

    @ParameterizedTest
    @CsvSource({"0, 0", "12, 12", "12.0, 12", "'\"12\"', 12", "-1, ", "9007199254740992, "})
    void takesALengthThatARequestCanHave(String given, Long length) {
        assertThat(read(body(given)).bytesIn()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e30", "1.5", "\"many\"", "\"1e3\"", "true", "null", "{}"})
    void takesNothingElseForANumber(String given) {
        assertThatThrownBy(() -> read(body(given)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("content_length");
    }

    @Test
    void splitsATargetThatWasGivenAsAPath() {
        TrafficEvent event = read(body("0").replace("\"/\"", "\"/a?b=c\""));
        assertThat(event.path()).isEqualTo("/a");
        assertThat(event.query()).isEqualTo("b=c");
        assertThat(event.receivedAt()).isEqualTo(NOW);
        assertThat(event.source()).isEqualTo("analyze");
    }

    @Test
    void refusesAnyOtherTextInItsOwnWords() {
        Random random = new Random(20261124);
        String letters = "{}[]\":,0e-.tfn \\u\n\u0000é";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "{\"features\":" : "");
            for (int j = random.nextInt(30); j > 0; j--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThatThrownBy(() -> read(text.toString())).isInstanceOf(InvalidRequestException.class);
        }
    }

    private TrafficEvent read(String body) {
        return reader.read(body.getBytes(UTF_8));
    }

    private static String body(String length) {
        return """
                {"features":{"method":"GET","path":"/","client_ip":"203.0.113.1","user_agent":"x","content_length":%s,
                "requests_per_minute":1,"query_param_count":0,"header_count":0,"hour_of_day":0},"context":{}}"""
                .formatted(length);
    }
}
