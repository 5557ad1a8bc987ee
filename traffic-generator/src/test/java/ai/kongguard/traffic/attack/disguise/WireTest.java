package ai.kongguard.traffic.attack.disguise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireTest {

    private static final String TEXT = "a' OR 1=1 --\t<b>&x=../ü€\r\n\u0000 #%?";

    @ParameterizedTest
    @EnumSource(Wire.class)
    void canStandInAnAddress(Wire wire) {
        assertThat(encoded(wire, TEXT)).isNotEmpty().matches("[!-~]+").doesNotContain("#");
    }

    @ParameterizedTest
    @EnumSource(
            value = Wire.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RAW", "PAIRS", "DOUBLE"})
    void arrivesAsItWas(Wire wire) {
        String spaced = wire == Wire.PLUS ? encoded(wire, TEXT).replace("+", "%20") : encoded(wire, TEXT);
        assertThat(decoded(spaced)).isEqualTo(TEXT);
    }

    @Test
    void doubleIsStrictTwice() {
        assertThat(decoded(encoded(Wire.DOUBLE, TEXT))).isEqualTo(encoded(Wire.STRICT, TEXT));
    }

    @Test
    void rawKeepsWhatIsEncodedAlready() {
        assertThat(encoded(Wire.RAW, "..%2f..%c0%af&x ")).isEqualTo("..%2f..%c0%af%26x%20");
        assertThat(encoded(Wire.PAIRS, "a[$ne]=1&b=%00")).isEqualTo("a[$ne]=1&b=%00");
        assertThat(Wire.path("../..;/a?b#c%00")).isEqualTo("../..;/a%3Fb%23c%00");
    }

    @Test
    void waysOfEncodingDiffer() {
        assertThat(encoded(Wire.LOWER, "</")).isEqualTo("%3c%2f");
        assertThat(encoded(Wire.FULL, "ab")).isEqualTo("%61%62");
        assertThat(encoded(Wire.WIDE, "<é")).isEqualTo("%u003C%u00E9");
        assertThat(encoded(Wire.OVERLONG, "../")).isEqualTo("%C0%AE%C0%AE%C0%AF");
        assertThat(encoded(Wire.LENIENT, "'<(&%")).isEqualTo("'<(%26%25");
    }

    private static String encoded(Wire wire, String text) {
        return wire.encode(new SplittableRandom(3), text);
    }

    /** As the most forgiving of servers would: wide escapes, and UTF-8 in more bytes than needed. */
    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("%u", i)) {
                bytes.writeBytes(Character.toString(Integer.parseInt(text.substring(i + 2, i + 6), 16))
                        .getBytes(UTF_8));
                i += 5;
            } else if (text.charAt(i) == '%') {
                int first = Integer.parseInt(text.substring(i + 1, i + 3), 16);
                i += 2;
                if (first == 0xc0 || first == 0xc1) {
                    int second = Integer.parseInt(text.substring(i + 2, i + 4), 16);
                    bytes.write(((first & 1) << 6) | (second & 0x3f));
                    i += 3;
                } else {
                    bytes.write(first);
                }
            } else {
                bytes.write(text.charAt(i));
            }
        }
        return bytes.toString(UTF_8);
    }
}
