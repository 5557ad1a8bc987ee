package ai.kongguard.intake.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private final Redactor redactor = new Redactor(new Secrets(
            List.of("authorization", "password"),
            List.of("cookie", "set-cookie", "x-api-key", "access-token", "jsessionid")));
    private final List<String> redacted = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    authorization | Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln | Bearer REDACTED
                    authorization | Basic dXNlcjpwYXNz                   | Basic REDACTED
                    authorization | abc123                               | REDACTED
                    authorization | abc123 def456                        | REDACTED
                    x-api-key     | k-123456                             | REDACTED
                    X_Api_Key     | k-123456                             | REDACTED
                    cookie        | sid=abc; theme=dark                  | sid=REDACTED; theme=REDACTED
                    cookie        | loose                                | REDACTED
                    accept        | text/html                            | text/html
                    referer       | https://a.example/x?access_token=s3cret&b=2 | https://a.example/x?access_token=REDACTED&b=2
                    """)
    void redactsHeaders(String name, String value, String expected) {
        assertThat(redactor.header(name, value, redacted)).isEqualTo(expected);
        assertThat(redacted).hasSize(expected.contains("REDACTED") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a=1&access_token=s3cret&b=2      | a=1&access_token=REDACTED&b=2
                    ACCESS-TOKEN=s3cret              | ACCESS-TOKEN=REDACTED
                    password=it%27s+fine             | password=REDACTED
                    password=' OR 1=1--              | password=REDACTED
                    access_token=                    | access_token=
                    access_token                     | access_token
                    tokens=1&accesstokenx=2          | tokens=1&accesstokenx=2
                    id=1%27%20OR%201%3D1             | id=1%27%20OR%201%3D1
                    """)
    void redactsQueries(String query, String expected) {
        assertThat(redactor.pairs(query, '&', "query", redacted)).isEqualTo(expected);
    }

    @Test
    void namesWhatItTookOut() {
        redactor.pairs("access_token=a&access_token=b&password=c", '&', "query", redacted);
        redactor.header("cookie", "a=b", redacted);
        assertThat(redacted).containsExactly("query.access_token", "query.password", "header.cookie");
    }

    @Test
    void keepsAnAttackInATokenFieldButNotTheTokenBesideIt() {
        assertThat(redactor.header("cookie", "lang=1' OR '1'='1; sid=a8f7c2d9e1' AND 1=1--", redacted))
                .isEqualTo("lang=1' OR '1'='1; sid=REDACTED' AND 1=1--");
        assertThat(redactor.header("cookie", "lang=%27%20OR%20sleep(5)", redacted))
                .isEqualTo("lang=%27%20OR%20sleep(5)");
        assertThat(redactor.header("cookie", "f=../../etc/passwd", redacted)).isEqualTo("f=../../etc/passwd");
        assertThat(redactor.header("cookie", "u=%7B%22name%22%3A%22ann%22%7D", redacted))
                .isEqualTo("u=REDACTED");
    }

    @Test
    void takesOutTheWholeOfASecretThatHasSpaces() {
        assertThat(redactor.header("password", "correct horse battery", redacted))
                .isEqualTo("REDACTED");
        assertThat(redactor.json("{\"password\":\"correct horse\"}", "body", redacted))
                .isEqualTo("{\"password\":\"REDACTED\"}");
        assertThat(redactor.json("{\"authorization\":\"Bearer abc\"}", "entry", redacted))
                .isEqualTo("{\"authorization\":\"Bearer REDACTED\"}");
    }

    @Test
    void findsSecretsInThePathAndTheFormOfAnyText() {
        assertThat(redactor.header("referer", "https://a.example/x;jsessionid=0A1B2C", redacted))
                .isEqualTo("https://a.example/x;jsessionid=REDACTED");
        assertThat(redactor.json("{\"uri\":\"/x;jsessionid=0A1B2C?access_token=t\"}", "entry", redacted))
                .isEqualTo("{\"uri\":\"/x;jsessionid=REDACTED?access_token=REDACTED\"}");
        assertThat(redactor.field("form", "user=ann&password=hunter2", redacted))
                .isEqualTo("user=ann&password=REDACTED");
    }

    @Test
    void namesABoundedNumberOfFields() {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < 4_096; i++) {
            String bits = Integer.toBinaryString(4_096 + i);
            String variant = "pass" + bits.replace('1', '_').replace('0', '-') + "word";
            query.append(variant).append("=hunter2&");
        }
        assertThat(redactor.pairs(query.toString(), '&', "query", redacted)).doesNotContain("hunter2");
        assertThat(redacted).hasSizeLessThanOrEqualTo(Redactor.MAX_NAMED);
    }

    @Test
    void redactsPathParameters() {
        assertThat(redactor.path("/shop/cart;jsessionid=0A1B2C", "path", redacted))
                .isEqualTo("/shop/cart;jsessionid=REDACTED");
        assertThat(redactor.path("/a;b=c/d", "path", redacted)).isEqualTo("/a;b=c/d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"user":"ann","password":"hunter2"}             | {"user":"ann","password":"REDACTED"}
                    {"password" : 1234, "a":1}                      | {"password" : "REDACTED", "a":1}
                    {"password":null,"b":true}                      | {"password":null,"b":true}
                    {"x-api-key":["k1","k2"],"c":"k1"}              | {"x-api-key":["REDACTED","REDACTED"],"c":"k1"}
                    {"password":{"a":"b"}}                          | {"password":{"a":"b"}}
                    {"uri":"/a?access_token=t&x=1"}                 | {"uri":"/a?access_token=REDACTED&x=1"}
                    {"cookie":"sid=abc"}                            | {"cookie":"sid=REDACTED"}
                    {"note":"say \\"password\\":\\"x\\" aloud"}     | {"note":"say \\"password\\":\\"x\\" aloud"}
                    {"password":"hunter2                            | {"password":"REDACTED
                    {"password":hunter2,"a":tru}                    | {"password":"REDACTED","a":tru}
                    """)
    void redactsJsonEvenWhenItIsBroken(String json, String expected) {
        assertThat(redactor.json(json.strip(), "body", redacted)).isEqualTo(expected.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"password\":\"hunter2\"}", " [{\"password\":\"hunter2\"}]", "user=ann&password=hunter2"})
    void redactsBodiesByTheirLook(String body) {
        assertThat(redactor.body(body, redacted)).doesNotContain("hunter2").contains("REDACTED");
        assertThat(redacted).containsExactly("body.password");
    }

    @Test
    void leavesTextWithoutSecretsAsItIs() {
        Random random = new Random(20261124);
        String alphabet = "ab1 =&;?\"{}[]:,\\%'<é\ud83d";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(80); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String any = text.toString();
            assertThat(redactor.json(any, "body", redacted)).isEqualTo(any);
            assertThat(redactor.pairs(any, '&', "query", redacted)).isEqualTo(any);
            assertThat(redactor.body(any, redacted)).isEqualTo(any);
        }
        assertThat(redacted).isEmpty();
    }
}
