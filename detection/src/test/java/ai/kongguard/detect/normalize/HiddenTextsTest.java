package ai.kongguard.detect.normalize;

import static ai.kongguard.detect.normalize.Samples.body;
import static ai.kongguard.detect.normalize.Samples.query;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenTextsTest {

    private static final String TEXT = "../../etc/passwd é";

    @Test
    void findsBase64InAllItsForms() {
        byte[] bytes = TEXT.getBytes(UTF_8);
        String standard = Base64.getEncoder().encodeToString(bytes);
        List<String> forms = List.of(
                standard,
                standard.replace("=", ""),
                Base64.getUrlEncoder().encodeToString(bytes),
                "echo " + standard + " | base64 -d",
                "k=" + standard,
                "data:text/html;base64," + standard,
                standard.substring(0, 20) + "\r\n" + standard.substring(20));
        assertThat(forms)
                .allSatisfy(form -> assertThat(hidden(body("text/plain", form))).containsExactly(TEXT));
    }

    @Test
    void findsHexadecimalDigits() {
        String hex = HexFormat.of().formatHex(TEXT.getBytes(UTF_8));
        assertThat(hidden(query("q=" + hex))).containsExactly(TEXT);
        assertThat(hidden(query("q=0x" + hex))).containsExactly(TEXT);
        assertThat(hidden(query("q=char(0x2f6574632f)"))).containsExactly("/etc/");
    }

    @Test
    void findsTextInPlainWordsAndPathSegments() {
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString("<script>x".getBytes(UTF_8));
        assertThat(hidden(query("q=" + word))).containsExactly("<script>x");
        assertThat(hidden(Samples.path("/a/" + word + "/b"))).containsExactly("<script>x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d41d8cd98f00b204e9800998ecf8427e",
                "550e8400-e29b-41d4-a716-446655440000",
                "4111111111111111",
                "1234567890123456789012",
                "internationalisation",
                "aGVsbG93b3JsZGhlbGxv",
                "0x61646d696e",
                "AKIAIOSFODNN7EXAMPLE",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NSA2Nzg5MCJ9.dBjftJeZ4CVPmB92K27uhbUJU1p1r"
            })
    void findsNothingInOrdinaryTokens(String token) {
        assertThat(hidden(query("q=" + token))).isEmpty();
    }

    @Test
    void pointsAtTheEncodedText() {
        String encoded = Base64.getEncoder().encodeToString("1' or '1'='1".getBytes(UTF_8));
        String query = "a=b&q=" + encoded;
        CanonicalValue value = query(query).get(1);
        assertThat(value.kind()).isEqualTo(CanonicalValue.Kind.HIDDEN);
        assertThat(value.raw()).isEqualTo(encoded);
        assertThat(value.encodings()).isEqualTo(Encodings.BASE64);
        assertThat(value.layers()).isOne();
        for (int i = 0; i <= value.text().length(); i++) {
            assertThat(value.rawOffset(i)).isEqualTo(6 + i / 3 * 4 + i % 3);
        }
    }

    @Test
    void readsDocumentsInIt() {
        String encoded = Base64.getEncoder().encodeToString("{\"a\":\"<b> c\"}".getBytes(UTF_8));
        assertThat(query("q=" + encoded)).extracting(CanonicalValue::text).contains("<b> c");
    }

    private static List<String> hidden(List<CanonicalValue> values) {
        return values.stream()
                .filter(value -> value.kind() == CanonicalValue.Kind.HIDDEN)
                .map(CanonicalValue::text)
                .toList();
    }
}
