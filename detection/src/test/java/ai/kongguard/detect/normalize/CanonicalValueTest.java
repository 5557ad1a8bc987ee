package ai.kongguard.detect.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "un/**/ion|union",
                "a/* x */b/**/c|abc",
                "1/*!50000union*/ 2|1union 2",
                "/*M!100100 select */1|  select 1",
                "a<!-- x -->b|ab",
                "<!--><b>-->|<b>-->",
                "a /* open|a /* open",
                "a */ b|a */ b",
                "/*/b*/c|c",
                "plain|plain"
            })
    void showsTheTextWithoutComments(String text, String expected) {
        CanonicalValue value = value(text);
        assertThat(value.withoutComments().strip()).isEqualTo(expected.strip());
        for (int i = 0; i < value.withoutComments().length(); i++) {
            char c = value.withoutComments().charAt(i);
            assertThat(value.lower().charAt(value.indexWithComments(i))).isEqualTo(c);
        }
    }

    @Test
    void sharesWhatIsTheSame() {
        CanonicalValue value = value("1' or '1'='1");
        assertThat(value.text()).isSameAs(value.raw());
        assertThat(value.lower()).isSameAs(value.text());
        assertThat(value.withoutComments()).isSameAs(value.lower());
    }

    @Test
    void keepsItsLengthInLowerCase() {
        assertThat(value("İ' OR").lower()).isEqualTo("İ' or");
    }

    private static CanonicalValue value(String text) {
        return new CanonicalValue(CanonicalValue.Kind.LEAF, "body", Excerpt.whole(text));
    }
}
