package ai.kongguard.traffic.benign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.traffic.benign.BenignText.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenignTextTest {

    private static final int COUNT = 20_000;

    /** What nobody sends who means no harm. */
    private static final List<String> ONLY_IN_ATTACKS = List.of(
            "' or 1=1",
            "' or '1'='1",
            "union select",
            "<!entity",
            "\"javascript:",
            "javascript:alert",
            "onerror=",
            "onload=",
            "/etc/passwd",
            "/etc/shadow",
            "/proc/self",
            "../../",
            "..\\..\\",
            "169.254.169.254",
            "${jndi:",
            "xp_cmdshell",
            "document.cookie",
            "; cat /",
            "$(cat",
            "|sleep ",
            "\u0000");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void valuesAreManyAndOfLimitedLength(Kind kind) {
        Set<String> distinct = new HashSet<>();
        for (String value : values(kind)) {
            assertThat(value.length()).isLessThanOrEqualTo(BenignText.LONGEST);
            distinct.add(value);
        }
        assertThat(distinct.size()).isGreaterThan(COUNT / 2);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noValueHasWhatOnlyAnAttackHas(Kind kind) {
        for (String value : values(kind)) {
            String lower = value.toLowerCase(Locale.ROOT);
            assertThat(ONLY_IN_ATTACKS.stream().filter(lower::contains))
                    .as(value)
                    .isEmpty();
            int script = lower.indexOf("<script");
            assertThat(script < 0 || lower.contains("<!doctype") || lower.contains("<script> tag"))
                    .as(value)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void valuesAreTextWithoutLeftovers(Kind kind) {
        for (String value : values(kind)) {
            assertThat(value).doesNotContain("‹", "›", "¶");
            assertThat(new String(value.getBytes(UTF_8), UTF_8)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aSeedGivesTheSameValues(Kind kind) {
        assertThat(values(kind).subList(0, 200)).isEqualTo(values(kind).subList(0, 200));
    }

    @Test
    void textIsFullOfWhatDetectorsLikeToBeWrongAbout() {
        String all = String.join(
                "\n",
                Stream.of(Kind.values())
                        .flatMap(kind -> values(kind).stream().limit(2_000))
                        .toList());
        assertThat(all)
                .contains(
                        "O'Brien",
                        "SELECT ",
                        " where ",
                        "<b>",
                        "{{ ",
                        "${",
                        "http://",
                        "../",
                        "--",
                        ">=",
                        "&&",
                        "| grep",
                        "<?xml",
                        "<![CDATA[",
                        "C:\\Users",
                        "$HOME",
                        "%20",
                        "eyJ",
                        "l'",
                        "=~",
                        "/* ",
                        "<%=",
                        "1 = 1");
    }

    private static List<String> values(Kind kind) {
        SplittableRandom random = new SplittableRandom(17);
        return Stream.generate(() -> BenignText.value(random, kind))
                .limit(COUNT)
                .toList();
    }
}
