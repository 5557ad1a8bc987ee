package ai.kongguard.detect.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.detect.normalize.Decoder.Syntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "%3Cscript%3E <script> 1",
                "%253Cb%253E <b> 2",
                "%25253Cb <b 3",
                "%%32%65/ ./ 2",
                "%2%65x .x 2",
                "%u003cb <b 1",
                "%U003cb <b 1",
                "%c0%ae/ ./ 1",
                "%c0%2e/ ./ 1",
                "%c1%1cx \\x 1",
                "%e0%80%af/ // 1",
                "%f0%80%80%af/ // 1",
                "%f8%80%80%80%af/ // 1",
                "%c3%a9t%c3%a9 été 1",
                "%e9t%e9 été 1",
                "%bf%27 ¿' 1",
                "&lt;b&gt; <b> 1",
                "&#60;b <b 1",
                "&#x3c;b <b 1",
                "&#x3cx <x 1",
                "&#X000003C;b <b 1",
                "&#0000000000000000060b <b 1",
                "&ltscript&gt <script> 1",
                "x&colon;&lpar;1&rpar;&bsol;c&lbrace;&DiacriticalGrave; x:(1)\\c{` 1",
                "\\u003cb <b 1",
                "\\u{3c}b <b 1",
                "\\u{00003c}b <b 1",
                "\\x3cb <b 1",
                "\\152\\141\\166\\141 java 1",
                "%26lt%3Bb <b 2",
                "%5Cu0027 ' 2",
                "%uff1cb <b 1",
                "＜script＞ <script> 0",
                "..∕etc ../etc 0",
                "﹤b <b 0",
                "%u2019 ' 1",
                "&#8217; ' 1",
                "ſcript script 0"
            })
    void decodes(String raw, String text, int layers) {
        Excerpt decoded = decode(raw, Syntax.URL);
        assertThat(decoded.text()).isEqualTo(text);
        assertThat(decoded.layers()).isEqualTo(layers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100%",
                "50% off",
                "%zz",
                "%",
                "%u12",
                "%u00zz",
                "AT&T",
                "a&b",
                "&",
                "&;",
                "&#;",
                "&#x;",
                "&unknown;",
                "&#x110000;",
                "&lt=1",
                "C:\\users\\x",
                "\\",
                "\\u",
                "\\u{",
                "\\u{}",
                "\\u{110000}",
                "\\xg1",
                "\\123",
                "\\101",
                "it’s “quoted”",
                "\u200bword",
                "👨\u200d👩\u200d👧",
                "می\u200cخواهم",
                "\ud800",
                "naïve"
            })
    void leavesWhatIsNoEncoding(String raw) {
        Excerpt decoded = decode(raw, Syntax.TEXT);
        assertThat(decoded.text()).isEqualTo(raw);
        assertThat(decoded.layers()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "%41 URL",
                "a+b PLUS",
                "%2541 URL|URL_TWICE",
                "100%x INVALID_PERCENT",
                "%c0%ae URL|OVERLONG",
                "%u0041 PERCENT_U",
                "&lt; ENTITY",
                "\\u0041 UNICODE_ESCAPE",
                "＜ CONFUSABLE",
                "scr\u00adipt CONFUSABLE",
                "，plain 0",
                "%00 URL|NUL",
                "%e9x URL|INVALID_UTF8",
                "%ed%a0%80 URL|INVALID_UTF8",
                "plain 0"
            })
    void saysWhatLayOverIt(String raw, String names) throws ReflectiveOperationException {
        int expected = 0;
        for (String name : names.split("\\|")) {
            expected |= name.equals("0") ? 0 : Encodings.class.getField(name).getInt(null);
        }
        assertThat(decode(raw, Syntax.FORM).encodings()).isEqualTo(expected);
    }

    @Test
    void decodesTheNamesOfBlanks() {
        assertThat(decode("java&Tab;script&NewLine;x", Syntax.TEXT).text()).isEqualTo("java\tscript\nx");
    }

    @Test
    void takesAPlusForASpaceOnlyInFormsAndOnlyOnce() {
        assertThat(decode("a+b%2Bc", Syntax.FORM).text()).isEqualTo("a b+c");
        assertThat(decode("a+b%2Bc", Syntax.URL).text()).isEqualTo("a+b+c");
    }

    @Test
    void dropsInvisibleCharactersInsideWords() {
        assertThat(decode("scr\u200b\u200bipt", Syntax.TEXT).text()).isEqualTo("script");
        assertThat(decode("scr%e2%80%8b%e2%80%8bipt", Syntax.URL).text()).isEqualTo("script");
        assertThat(decode("o&shy;r", Syntax.TEXT).text()).isEqualTo("or");
    }

    @Test
    void stopsAfterFiveLayers() {
        assertThat(decode("%2525252525253c", Syntax.URL).text()).isEqualTo("%253c");
    }

    @Test
    void sharesWhatNeedsNoDecoding() {
        Excerpt raw = Excerpt.whole("1' or '1'='1");
        assertThat(Decoder.decode(raw, Syntax.FORM)).isSameAs(raw);
    }

    @Test
    void knowsWhereEveryCharacterStood() {
        Excerpt decoded = decode("a%2527b+%c3%a9&lt;%f0%9f%98%80!", Syntax.FORM);
        assertThat(decoded.text()).isEqualTo("a'b é<😀!");
        int[] places = {0, 1, 6, 7, 8, 14, 18, 18, 30, 31};
        for (int i = 0; i < places.length; i++) {
            assertThat(decoded.place(i)).as("place %d", i).isEqualTo(places[i]);
        }
    }

    private static Excerpt decode(String raw, Syntax syntax) {
        return Decoder.decode(Excerpt.whole(raw), syntax);
    }
}
