package ai.kongguard.detect.normalize;

import static ai.kongguard.detect.normalize.Samples.body;
import static ai.kongguard.detect.normalize.Samples.query;
import static ai.kongguard.detect.normalize.ValueSourcesTest.shown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonValuesTest {

    @Test
    void readsTextLeavesAndNamesThemByTheInnermostName() {
        assertThat(json("{\"a\":1,\"b\":true,\"c\":\"plain\",\"d\":{\"e\":\"x'y\"},\"f\":[\"<b>\",{\"<n>\":\"p q\"}]}"))
                .containsExactly("LEAF body.e x'y", "LEAF body.f <b>", "NAME body.f <n>", "LEAF body p q");
    }

    @Test
    void showsOperatorsWithWhatTheyAreGiven() {
        assertThat(json("{\"user\":{\"$ne\":null},\"\\u0024where\":\"1;2\",\"__proto__\":{\"a\":1},\"@type\":\"x.Y\"}"))
                .containsExactly(
                        "NAME body.user \"$ne\":null",
                        "NAME body \"$where\":\"1;2\"",
                        "LEAF body 1;2",
                        "NAME body \"__proto__\":{\"a\":1}",
                        "NAME body \"@type\":\"x.Y\"");
    }

    @Test
    void boundsWhatAnOperatorIsGiven() {
        List<CanonicalValue> values = body("application/json", "{\"$in\":[" + "1,".repeat(1000) + "1]}");
        assertThat(values).singleElement().satisfies(value -> assertThat(value.text())
                .hasSize(256));
    }

    @Test
    void undoesEscapesAndKnowsWhereTheyStood() {
        String body = "{\"a\":\"\\\"x\\/\\u0027\\n'\"}";
        CanonicalValue value = body("application/json", body).get(0);
        assertThat(value.text()).isEqualTo("\"x/'\n'");
        assertThat(value.raw()).isEqualTo("\\\"x\\/\\u0027\\n'");
        assertThat(value.layers()).isZero();
        assertThat(value.encodings()).isEqualTo(Encodings.JSON_ESCAPE);
        assertThat(body.substring(value.rawOffset(3), value.rawOffset(4))).isEqualTo("\\u0027");
        assertThat(value.rawOffset(6)).isEqualTo(body.length() - 2);
    }

    @Test
    void noticesEscapesThatNoLibraryWrites() {
        assertThat(body("application/json", "[\"\\u0061'\"]").get(0).encodings())
                .isEqualTo(Encodings.JSON_ESCAPE | Encodings.UNICODE_ESCAPE);
    }

    @Test
    void readsDocumentsInARow() {
        assertThat(json("{\"a\":\"1'\"}\n{\"b\":\"2'\"}\n")).containsExactly("LEAF body.a 1'", "LEAF body.b 2'");
    }

    @Test
    void readsWhatABrokenDocumentHoldsAndTheWhole() {
        String broken = "{'a': \"1'\", b: x', \"c";
        assertThat(json(broken)).containsExactly("LEAF body.a 1'", "LEAF body.b x'", "DOCUMENT body " + broken);
    }

    @Test
    void readsDocumentsInsideValuesBesideThem() {
        assertThat(shown(query("filter=%7B%22a%22%3A%22%7B%5C%22b%5C%22%3A%5C%221'%5C%22%7D%22%7D")))
                .containsExactly(
                        "PARAMETER query.filter {\"a\":\"{\\\"b\\\":\\\"1'\\\"}\"}",
                        "LEAF query.filter {\"b\":\"1'\"}",
                        "LEAF query.filter 1'");
    }

    @Test
    void goesNoDeeperThanItsBounds() {
        String nested = "1'";
        for (int i = 0; i < 8; i++) {
            nested = "{\"a\":" + tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(nested) + "}";
        }
        assertThat(body("application/json", nested)).hasSize(Canonicaliser.MAX_DEPTH + 1);
        assertThat(body("application/json", "[".repeat(50_000) + "\"1'\"")).hasSize(2);
    }

    @Test
    void ignoresTheContentTypeOfWhatLooksLikeIt() {
        assertThat(shown(body("text/plain", " {\"a\":\"1'\"}"))).containsExactly("LEAF body.a 1'");
        assertThat(shown(body("application/json", "a=1%27"))).contains("PARAMETER body.a 1'");
    }

    private static List<String> json(String body) {
        return shown(body("application/json", body));
    }
}
