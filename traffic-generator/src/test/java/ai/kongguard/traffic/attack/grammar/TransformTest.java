package ai.kongguard.traffic.attack.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransformTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "base64, a?>, YT8+",
                "base64wide, id, aQBkAA==",
                "base64url, a?>, YT8-",
                "hex, a/b, 612f62",
                "slashx, a/, \\x61\\x2f",
                "slashu, a/, \\u0061\\u002f",
                "octal, a/, \\141\\57",
                "codes, a/, `97,47`",
                "charplus, a/, CHAR(97)+CHAR(47)",
                "chrpipe, a/, CHR(97)||CHR(47)",
                "chrdot, a/, chr(97).chr(47)",
                "percent, a/, %61%2f",
                "slash, a\\b, a/b",
                "reverse, abc, cba",
                "upper, aB, AB",
                "length, abc, 3",
            })
    void changesTheText(String name, String text, String changed) {
        Transform transform = Transform.named(name);
        assertThat(transform).isNotNull();
        assertThat(transform.apply(new SplittableRandom(1), text)).isEqualTo(changed);
    }

    @ParameterizedTest
    @EnumSource(Transform.class)
    void hasAName(Transform transform) {
        assertThat(Transform.named(transform.name().toLowerCase(Locale.ROOT))).isEqualTo(transform);
    }

    @Test
    void randomOnesKeepTheMeaning() {
        SplittableRandom random = new SplittableRandom(1);
        assertThat(Transform.MIX.apply(random, "select")).isEqualToIgnoringCase("select");
        assertThat(Transform.CONCAT.apply(random, "alert").replace("'+'", "")).isEqualTo("'alert'");
        assertThat(Transform.ENTITIES.apply(random, "<a")).matches("(&#60;|&#x3c;)(&#97;|&#x61;)");
    }
}
