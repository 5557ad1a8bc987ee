package ai.kongguard.traffic.attack.disguise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisguiseTest {

    private static final String TEXT = "1' or select a from <b onload=x(\"1\")>&`;/\\{}$";

    @ParameterizedTest
    @EnumSource(Disguise.class)
    void changesTheText(Disguise disguise) {
        assertThat(applied(disguise, TEXT)).isNotEqualTo(TEXT).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Disguise.class)
    void isMeantToBeUndone(Disguise disguise) {
        UnaryOperator<String> undo =
                switch (disguise) {
                    case MIXED_CASE, UPPER_CASE -> text -> text.toLowerCase(Locale.ROOT);
                    case SQL_COMMENTS, SQL_FILLED_COMMENTS -> text -> text.replaceAll("/\\*[a-z]*\\*/", " ");
                    case SQL_LINE_COMMENTS -> text -> text.replaceAll("(--|#)[a-z]{5}\n", " ");
                    case SQL_VERSION_COMMENTS -> text -> text.replaceAll("/\\*![0-9]*([a-z]+)\\*/", "$1");
                    case PLUS_SIGNS -> text -> text.replace('+', ' ');
                    case OTHER_SPACE -> text -> text.replaceAll("(%0[9a]|[\\s\u00a0]+)", " ");
                    case MORE_SPACE -> text -> text.replaceAll(" +", " ");
                    case LESS_SPACE -> text -> text.replace("1'or", "1' or").replace("from<", "from <");
                    case DECIMAL_ENTITIES, HEX_ENTITIES, PADDED_ENTITIES, NAMED_ENTITIES ->
                        DisguiseTest::withoutEntities;
                    case UNICODE_ESCAPES -> text -> withoutEscapes(text, "\\\\u([0-9a-f]{4})");
                    case HEX_ESCAPES -> text -> withoutEscapes(text, "\\\\x([0-9a-f]{2})");
                    case FULL_WIDTH -> text -> mapped(text);
                    case PERCENT_SIGNS -> text -> text.replace("%", "");
                    case NULL_BYTE -> text -> text.replace("\u0000", "");
                    case BASE64 -> text -> new String(Base64.getDecoder().decode(text), UTF_8);
                    case BASE64_URL -> text -> new String(Base64.getUrlDecoder().decode(text), UTF_8);
                    case HEX_DIGITS -> text -> new String(HexFormat.of().parseHex(text), UTF_8);
                };
        assertThat(undo.apply(applied(disguise, TEXT))).isEqualTo(TEXT);
    }

    @Test
    void keepsSpacesThatSeparateWords() {
        assertThat(applied(Disguise.LESS_SPACE, "1 or a = b")).isEqualTo("1 or a=b");
    }

    private static String applied(Disguise disguise, String text) {
        return disguise.apply(new SplittableRandom(11), text);
    }

    private static String withoutEntities(String text) {
        String numbers = Pattern.compile("&#x([0-9a-f]+);|&#([0-9]{1,3});|&#([0-9]{7})")
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Character.toString(
                        found.group(1) != null
                                ? Integer.parseInt(found.group(1), 16)
                                : Integer.parseInt(found.group(2) != null ? found.group(2) : found.group(3)))));
        String named = numbers;
        for (int c : "<>\"'()=;/\\`{}$".chars().toArray()) {
            named = named.replace(Escapes.entity(c), Character.toString(c));
        }
        return named.replace("&amp;", "&");
    }

    private static String withoutEscapes(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    private static String mapped(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
