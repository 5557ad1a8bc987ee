package ai.kongguard.intake.kong;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.Entry;
import ai.kongguard.intake.MalformedEntryException;
import ai.kongguard.intake.redact.Redactor;
import ai.kongguard.intake.redact.Secrets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KongReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Redactor REDACTOR =
            new Redactor(new Secrets(List.of("authorization"), List.of("cookie", "access-token")));

    private final KongReader reader = new KongReader("", Bounds.withBody(1000), REDACTOR);

    @Test
    void readsACompleteEntry() {
        TrafficEvent event = read(
                """
                {"request":{"id":"0123456789abcdef0123456789abcdef","method":"POST","uri":"/v1/users?id=1%27&x",
                  "url":"https://api.example.com:8443/v1/users","querystring":{"id":"1'","x":true},"size":"321",
                  "headers":{"User-Agent":"curl/8","referer":"https://a.example/","x-forwarded-for":"1.2.3.4",
                             "authorization":"REDACTED","x-list":["a","b"],"x-number":7},
                  "tls":{"version":"TLSv1.3","cipher":"TLS_AES_256_GCM_SHA384","client_verify":"NONE"}},
                 "response":{"status":200,"headers":{"set-cookie":"sid=abc"},"size":"9000"},
                 "latencies":{"request":12.5,"kong":2,"proxy":10,"receive":1},
                 "upstream_status":"502, 200","upstream_uri":"/users?access_token=abc123","tries":[{"ip":"10.0.0.1","port":80}],
                 "route":{"id":"r1","name":"users","paths":["/v1"]},"service":{"id":"s1","host":"users.internal"},
                 "consumer":{"id":"c1","username":"ann"},"authenticated_entity":{"id":"k1"},
                 "client_ip":"203.0.113.7","started_at":1795500000123,"source":"upstream",
                 "workspace":"w","workspace_name":"default","trace_id":{"b3":"bb","w3c":"4bf92f"},"added":{"by":["lua"]}}
                """);
        assertThat(event.eventId()).isEqualTo("0123456789abcdef0123456789abcdef");
        assertThat(event.source()).isEqualTo("kong");
        assertThat(event.receivedAt()).isEqualTo(NOW);
        assertThat(event.observedAt())
                .isEqualTo(
                        Instant.ofEpochMilli(1_795_500_000_123L).isAfter(NOW.plusSeconds(300))
                                ? NOW
                                : Instant.ofEpochMilli(1_795_500_000_123L));
        assertThat(event.method()).isEqualTo("POST");
        assertThat(event.scheme()).isEqualTo("https");
        assertThat(event.host()).isEqualTo("api.example.com:8443");
        assertThat(event.path()).isEqualTo("/v1/users");
        assertThat(event.query()).isEqualTo("id=1%27&x");
        assertThat(event.clientIp()).isEqualTo("203.0.113.7");
        assertThat(event.userAgent()).isEqualTo("curl/8");
        assertThat(event.referer()).isEqualTo("https://a.example/");
        assertThat(event.forwardedFor()).isEqualTo("1.2.3.4");
        assertThat(event.headers()).containsEntry("x-list", "a, b").containsEntry("x-number", "7");
        assertThat(event.status()).isEqualTo(200);
        assertThat(event.upstreamStatus()).isEqualTo(200);
        assertThat(event.bytesIn()).isEqualTo(321);
        assertThat(event.bytesOut()).isEqualTo(9000);
        assertThat(event.latency()).isEqualTo(new TrafficEvent.Latency(12.5, 2.0, 10.0));
        assertThat(event.route()).isEqualTo("users");
        assertThat(event.service()).isEqualTo("s1");
        assertThat(event.consumer()).isEqualTo("ann");
        assertThat(event.tls()).isEqualTo(new TrafficEvent.Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", null, null));
        assertThat(event.traceId()).isEqualTo("4bf92f");
        assertThat(event.decidedBy()).isEqualTo("upstream");
        assertThat(event.flags()).doesNotContain("query_mismatch", "invalid_utf8");
        assertThat(event.extra())
                .isEqualTo(Map.of(
                        "upstream_uri", "/users?access_token=REDACTED",
                        "tries", "[{\"ip\":\"10.0.0.1\",\"port\":80}]",
                        "latencies.receive", "1",
                        "request.tls.client_verify", "NONE",
                        "authenticated_entity", "{\"id\":\"k1\"}",
                        "workspace", "w",
                        "workspace_name", "default",
                        "added", "{\"by\":[\"lua\"]}"));
    }

    @Test
    void takesACorrelationIdWhereThereIsNoTrace() {
        assertThat(read("{\"request\":{},\"correlation_id\":\"c1\"}").traceId()).isEqualTo("c1");
        TrafficEvent both = read("{\"request\":{},\"correlation_id\":\"c1\",\"trace_id\":{\"b3\":\"t1\"}}");
        assertThat(both.traceId()).isEqualTo("t1");
        assertThat(both.extra()).containsEntry("correlation_id", "c1");
    }

    @Test
    void readsAnEntryThatHasNothing() {
        TrafficEvent event = read("{\"request\":{}}");
        assertThat(event.eventId()).matches("[0-9a-f]{32}");
        assertThat(event.path()).isEqualTo("/");
        assertThat(event.query()).isEmpty();
        assertThat(event.clientIp()).isEqualTo(TrafficEvent.UNKNOWN_CLIENT);
        assertThat(event.observedAt()).isEqualTo(NOW);
        assertThat(event.status()).isNull();
        assertThat(event.latency()).isNull();
    }

    @Test
    void takesAnEmptyObjectForAnEmptyArrayAndNullForNothing() {
        TrafficEvent event = read(
                """
                {"request":{"uri":"/a","querystring":[],"headers":{"a":{},"b":null,"c":[]},"tls":{},"id":""},
                 "tries":{},"response":null,"latencies":[],"route":{},"consumer":null,"upstream_status":"","client_ip":null}
                """);
        assertThat(event.headers()).isEmpty();
        assertThat(event.tls()).isNull();
        assertThat(event.extra()).isEmpty();
        assertThat(event.route()).isNull();
        assertThat(event.upstreamStatus()).isNull();
        assertThat(event.eventId()).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /a?b=1?c=2                   | /a      | b=1?c=2
                    /a?                          | /a      | ''
                    ?x=1                         | /       | x=1
                    http://h.example/p?q=1       | /p      | q=1
                    http://h.example?q=1         | /       | q=1
                    /redirect?to=http://x/y?z=1  | /redirect | to=http://x/y?z=1
                    *                            | *       | ''
                    /%2e%2e/%00?a=%ff            | /%2e%2e/%00 | a=%ff
                    """)
    void splitsTheRawTarget(String uri, String path, String query) {
        TrafficEvent event = read("{\"request\":{\"uri\":\"" + uri + "\"}}");
        assertThat(event.path()).isEqualTo(path);
        assertThat(event.query()).isEqualTo(query);
    }

    @Test
    void readsTheQueryFromTheRawTargetNotFromKongsHundredParameters() {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            query.append("p").append(i).append("=1&");
        }
        TrafficEvent event =
                read("{\"request\":{\"uri\":\"/a?" + query + "evil=%27--\",\"querystring\":{\"p0\":\"1\"}}}");
        assertThat(event.query()).endsWith("&evil=%27--");
        assertThat(event.flags()).isEmpty();
        assertThat(read("{\"request\":{\"uri\":\"/a?x=1\",\"querystring\":{\"y\":\"1\"}}}")
                        .flags())
                .containsExactly("query_mismatch");
        assertThat(read("{\"request\":{\"uri\":\"/a?a+b=1&%C3%A9=2\",\"querystring\":{\"a b\":\"1\",\"é\":\"2\"}}}")
                        .flags())
                .isEmpty();
    }

    @Test
    void toleratesInvalidUtf8AndSaysSo() {
        byte[] bytes =
                "{\"request\":{\"uri\":\"/a\",\"headers\":{\"x\":\"\u00ff\u00c0\u00af'\"}}}".getBytes(ISO_8859_1);
        TrafficEvent event = reader.read(entry(bytes), NOW).orElseThrow();
        assertThat(event.flags()).containsExactly("invalid_utf8");
        assertThat(event.headers().get("x")).startsWith("\ufffd").endsWith("'");
        assertThat(event.extra().get("raw_sha256")).matches("[0-9a-f]{64}");
    }

    @Test
    void replacesSurrogatesThatStandAlone() {
        TrafficEvent event = read("{\"request\":{\"uri\":\"/\\ud800x\",\"headers\":{\"a\":\"\\ude00\"}}}");
        assertThat(event.path()).isEqualTo("/\ufffdx");
        assertThat(RecordCodec.TRAFFIC_EVENT.decode(RecordCodec.TRAFFIC_EVENT.encode(event)))
                .isEqualTo(event);
    }

    @Test
    void readsBodiesUnderAnyOfTheirNames() {
        String base64 = Base64.getEncoder().encodeToString("id=1' OR 1=1".getBytes(UTF_8));
        assertThat(read("{\"request\":{\"body\":\"a=b\"}}").body()).isEqualTo("a=b");
        assertThat(read("{\"request\":{\"payload\":\"a=b\"}}").body()).isEqualTo("a=b");
        assertThat(read("{\"request\":{\"body_b64\":\"" + base64 + "\"}}").body())
                .isEqualTo("id=1' OR 1=1");
        TrafficEvent long_ = read("{\"request\":{\"body\":\"" + "x".repeat(2000) + "\"}}");
        assertThat(long_.body()).hasSize(1000);
        assertThat(long_.bodyTruncated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1,", "0,0.0", "'\"3.5\"',3.5", "'\"-\"',", "1e999,", "true,"})
    void readsTimesOfAnyType(String json, Double expected) {
        TrafficEvent event = read("{\"request\":{},\"latencies\":{\"request\":1,\"proxy\":" + json + "}}");
        assertThat(event.latency()).isEqualTo(new TrafficEvent.Latency(1.0, null, expected));
    }

    @ParameterizedTest
    @CsvSource({"'\"502, 200\"',200", "200,200", "'\"-\"',", "'\"\"',", "99,", "'[200]',"})
    void readsTheLastUpstreamStatus(String json, Integer expected) {
        assertThat(read("{\"request\":{},\"upstream_status\":" + json + "}").upstreamStatus())
                .isEqualTo(expected);
    }

    @Test
    void doesNotBelieveAClockThatIsAhead() {
        long ahead = NOW.plusSeconds(7200).toEpochMilli();
        TrafficEvent event = read("{\"request\":{},\"started_at\":" + ahead + "}");
        assertThat(event.observedAt()).isEqualTo(NOW);
        assertThat(event.flags()).containsExactly("clock_ahead");
        long earlier = NOW.minusSeconds(7200).toEpochMilli();
        assertThat(read("{\"request\":{},\"started_at\":\"" + earlier + "\"}").observedAt())
                .isEqualTo(Instant.ofEpochMilli(earlier));
    }

    @Test
    void givesTheSameCallTheSameIdAndAnotherCallAnother() {
        String call =
                "{\"request\":{\"uri\":\"/a?b=1\",\"method\":\"GET\"},\"client_ip\":\"10.0.0.1\",\"started_at\":5}";
        assertThat(read(call).eventId()).isEqualTo(read(call).eventId());
        assertThat(read(call.replace("b=1", "b=2")).eventId())
                .isNotEqualTo(read(call).eventId());
        assertThat(read("{\"request\":{\"id\":\"" + "x".repeat(5000) + "\"}}").eventId())
                .hasSize(32);
    }

    @Test
    void countsStreamEntriesAsNone() {
        assertThat(reader.read(
                        entry("{\"session\":{\"tls\":{},\"received\":1},\"latencies\":{\"kong\":1,\"session\":9}}"
                                .getBytes(UTF_8)),
                        NOW))
                .isEqualTo(Optional.empty());
    }

    @Test
    void findsEverythingUnderAConfiguredRoot() {
        KongReader rooted = new KongReader("message", Bounds.withBody(1000), REDACTOR);
        byte[] bytes = "{\"host\":\"h\",\"message\":{\"request\":{\"uri\":\"/x\"}},\"tag\":[1]}".getBytes(UTF_8);
        assertThat(rooted.read(entry(bytes), NOW).orElseThrow().path()).isEqualTo("/x");
        assertThatThrownBy(() -> rooted.read(entry("{\"request\":{}}".getBytes(UTF_8)), NOW))
                .isInstanceOf(MalformedEntryException.class)
                .hasMessageContaining("message: missing")
                .hasMessageContaining("kongguard.ingest.kong.root");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {}                                            | request: missing
                    {"client_ip":"1.2.3.4"}                       | request: missing
                    {"request":"GET /"}                           | request: must be an object
                    "text"                                        | must be an object
                    17                                            | must be an object
                    {"request":{"method":tru}}                    | request.method: not valid JSON at byte
                    {"request":{"uri":"/a"                        | not valid JSON at byte
                    {"request":{"headers":{"a":s3cret}}}          | request.headers.a: not valid JSON at byte
                    {"request":{}} {"request":{}}                 | more follows
                    """)
    void saysWhereAnEntryIsWrongAndQuotesNothing(String json, String reason) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(MalformedEntryException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 100_000})
    void refusesDepth(int depth) {
        String json = "{\"request\":{},\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
        assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedEntryException.class);
    }

    @Test
    void joinsNoMoreOfARepeatedHeaderThanItKeeps() {
        String values = "\"a\",".repeat(50_000) + "\"a\"";
        TrafficEvent event = read("{\"request\":{\"headers\":{\"x\":[" + values + "]}}}");
        assertThat(event.headers())
                .hasEntrySatisfying(
                        "x", joined -> assertThat(joined).startsWith("a, a, a").hasSizeLessThan(33_000));
        assertThat(event.flags()).contains("headers_truncated");
    }

    @Test
    void noEntryMakesARecordThatKafkaRefuses() {
        // Every text as long as it may be, of characters that take six bytes each.
        String worst = "\\u0001".repeat(80_000);
        StringBuilder secrets = new StringBuilder();
        for (int i = 0; i < 4_096; i++) {
            secrets.append('&')
                    .append("c_o-o_k-i_e".repeat(1))
                    .append("_".repeat(i % 50))
                    .append("=1");
        }
        for (String field : List.of(
                "\"tls\":{\"cipher\":\"" + worst + "\",\"sni\":\"" + worst + "\"}",
                "\"uri\":\"/" + worst + "\"",
                "\"headers\":{\"x\":\"" + worst + "\"}",
                "\"body\":\"" + worst + "\"",
                "\"custom\":\"" + worst + "\"",
                "\"uri\":\"/?" + secrets + "\"")) {
            assertThat(RecordCodec.TRAFFIC_EVENT.encode(read("{\"request\":{" + field + "}}")).length)
                    .as(field.substring(0, 12))
                    .isLessThan(500_000);
        }
    }

    @Test
    void boundsWhatItKeeps() {
        StringBuilder headers = new StringBuilder("\"a\":\"b\"");
        for (int i = 0; i < 400; i++) {
            headers.append(",\"h")
                    .append(i)
                    .append("\":\"")
                    .append("v".repeat(300))
                    .append('"');
        }
        TrafficEvent event = read("{\"request\":{\"uri\":\"/" + "p".repeat(50_000) + "\",\"headers\":{" + headers
                + "}},\"blob\":\"" + "z".repeat(50_000) + "\",\"client_ip\":\"" + "9".repeat(500) + "\"}");
        assertThat(event.flags()).containsExactlyInAnyOrder("uri_truncated", "headers_truncated", "extra_truncated");
        assertThat(event.headers()).hasSizeLessThanOrEqualTo(200);
        assertThat(event.clientIp()).hasSize(64);
        assertThat(RecordCodec.TRAFFIC_EVENT.encode(event).length).isLessThan(200_000);
    }

    private TrafficEvent read(String json) {
        return reader.read(entry(json.getBytes(UTF_8)), NOW).orElseThrow();
    }

    private static Entry entry(byte[] bytes) {
        boolean ascii = new String(bytes, ISO_8859_1).chars().allMatch(c -> c < 0x80);
        return new Entry(bytes, 0, bytes.length, bytes.length, ascii);
    }
}
