package ai.kongguard.replay.convert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.redact.Redactor;
import ai.kongguard.intake.redact.Secrets;
import ai.kongguard.recording.Manifest;
import ai.kongguard.recording.RecordedHeader;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.RecordingReader;
import ai.kongguard.recording.RecordingWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConversionTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final List<RecordedRecord> records = new ArrayList<>();

    @Test
    void readsHarAndPassesOverAnswers() throws IOException {
        ConversionResult result = convert(
                ForeignFormat.HAR,
                """
                {"log":{"version":"1.2","creator":{"name":"x"},"entries":[
                {"startedDateTime":"2026-11-28T01:02:03.123+01:00","time":12.5,"request":{"method":"POST",
                  "url":"https://shop.example:8443/a;x?b=c&token=0123456789abcdef#frag","httpVersion":"http/2.0",
                  "headers":[{"name":"Cookie","value":"sid=0123456789abcdef"},{"name":":path","value":"/a"},
                    {"name":"X-A","value":"1"},{"name":"x-a","value":"2"}],
                  "postData":{"mimeType":"text/plain","text":"hello"}},
                 "response":{"status":201,"content":{"text":"a long answer"}}},
                {"request":{"method":"GET"}},
                7
                ]}}""");
        assertThat(result).returns(3L, ConversionResult::read).returns(1L, ConversionResult::converted);
        assertThat(result.errors())
                .containsExactly(
                        new ConversionResult.Error(8, "request.url: missing"),
                        new ConversionResult.Error(9, "must be an object"));
        TrafficEvent event = event(0);
        assertThat(event)
                .returns("har", TrafficEvent::source)
                .returns("https", TrafficEvent::scheme)
                .returns("shop.example:8443", TrafficEvent::host)
                .returns("/a;x", TrafficEvent::path)
                .returns("b=c&token=REDACTED", TrafficEvent::query)
                .returns("2.0", TrafficEvent::httpVersion)
                .returns("hello", TrafficEvent::body)
                .returns(201, TrafficEvent::status)
                .returns("198.51.100.1", TrafficEvent::clientIp)
                .returns(Instant.parse("2026-11-28T00:02:03.123Z"), TrafficEvent::observedAt);
        assertThat(event.headers()).containsOnly(Map.entry("cookie", "sid=REDACTED"), Map.entry("x-a", "1, 2"));
    }

    @Test
    void keepsWhatCameBeforeAFileBreaks() throws IOException {
        ConversionResult result = convert(
                ForeignFormat.HAR,
                "{\"log\":{\"entries\":[{\"request\":{\"url\":\"https://a/x\"}},{\"request\":\n{\"url\"");
        assertThat(result.converted()).isEqualTo(1);
        assertThat(result.errors()).singleElement().satisfies(error -> assertThat(error.reason())
                .startsWith("not valid JSON"));
        assertThat(convert(ForeignFormat.HAR, "{\"log\":{}}").errors())
                .containsExactly(new ConversionResult.Error(1, "log.entries: missing"));
    }

    @Test
    void readsKongAsIngestDoes() throws IOException {
        String entry =
                "{\"client_ip\":\"203.0.113.7\",\"started_at\":1795820000123,\"request\":{\"id\":\"r%s\",\"method\":"
                        + "\"GET\",\"uri\":\"/users?id=1\",\"headers\":{\"authorization\":\"Bearer 0123456789abcdef\"}}}";
        ConversionResult result = convert(
                ForeignFormat.KONG,
                "[" + entry.formatted(1) + ",\n{\"session\":{}},\n{\"request\":7},\n" + entry.formatted(2) + "]");
        assertThat(result)
                .returns(4L, ConversionResult::read)
                .returns(2L, ConversionResult::converted)
                .returns(1L, ConversionResult::passedOver)
                .returns(1L, ConversionResult::rejected);
        assertThat(result.errors()).containsExactly(new ConversionResult.Error(3, "request: must be an object"));
        assertThat(event(1).eventId()).isEqualTo("r2");
        assertThat(event(1).headers()).containsEntry("authorization", "Bearer REDACTED");
        assertThat(records.get(1).timestamp()).isEqualTo(1795820000123L);
        assertThat(records.get(1).key()).isEqualTo("203.0.113.7".getBytes(UTF_8));
    }

    @Test
    void readsNginxInBothItsShapes() throws IOException {
        ConversionResult result = convert(
                ForeignFormat.NGINX,
                """
                203.0.113.7 - - [28/Nov/2026:01:02:03 +0000] "GET /a?b=%27%20OR HTTP/1.1" 200 123 "-" "a \\x22b\\xc3\\xbc" "198.51.100.2"
                2001:db8::9 - bob [28/Nov/2026:01:02:02 +0100] "POST /login HTTP/2.0" 401 12 "https://a/" "-"
                203.0.113.7 - - [28/Nov/2026:01:02:03 +0000] "\\x16\\x03" 400 0 "-" "-"
                what is this
                {"time":"1795827724.125","remote_addr":"203.0.113.9","request":"PUT /x?y=1 HTTP/1.1","ustatus":"502, 200","urt":"0.1, 0.25","rt":"0.5","status":200,"ua":"u","body":"-"}
                {"time":"yesterday","uri":"/"}
                """);
        assertThat(result.errors())
                .containsExactly(
                        new ConversionResult.Error(3, "request: has no method and target"),
                        new ConversionResult.Error(4, "not a line of the combined format"),
                        new ConversionResult.Error(6, "time: is no time"));
        assertThat(event(0)).returns("/login", TrafficEvent::path).returns(401, TrafficEvent::status);
        assertThat(event(1))
                .returns("b=%27%20OR", TrafficEvent::query)
                .returns("a \"bü", TrafficEvent::userAgent)
                .returns("198.51.100.2", TrafficEvent::forwardedFor)
                .returns(123L, TrafficEvent::bytesOut);
        assertThat(event(2))
                .returns("PUT", TrafficEvent::method)
                .returns("y=1", TrafficEvent::query)
                .returns("1.1", TrafficEvent::httpVersion)
                .returns(200, TrafficEvent::upstreamStatus)
                .returns(new TrafficEvent.Latency(500.0, null, 250.0), TrafficEvent::latency)
                .returns(null, TrafficEvent::body);
    }

    @Test
    void readsLabelledRequests() throws IOException {
        ConversionResult csv = convert(
                ForeignFormat.CSV,
                """
                \ufeffMethod,path,query,body,headers,client_ip,label,type,timestamp
                GET,/a,?q=1,,,203.0.113.1,benign,,2026-11-28T01:00:00Z
                POST,/b,,"x=1
                y=""2""\","Content-Type: text/plain
                X-A: b",203.0.113.2,attack,sql,1795827601
                GET,,,,,,attack,sql,
                GET,/c,,,,,attack,none,
                GET,/c,,,,,perhaps,,
                GET,/c
                GET,/d,,,"{""Host"":""h""}",,,,1795827602500
                """);
        assertThat(csv.errors())
                .extracting(ConversionResult.Error::reason)
                .containsExactly(
                        "path: missing",
                        "type: does not fit the label",
                        "label: must be attack or benign",
                        "has 2 fields, and there are 9 columns");
        assertThat(csv.errors()).extracting(ConversionResult.Error::line).containsExactly(6L, 7L, 8L, 9L);
        assertThat(csv).returns(3L, ConversionResult::converted).returns(2L, ConversionResult::labelled);
        assertThat(headers(0)).containsEntry("kg-truth-label", "benign").containsEntry("kg-truth-type", "none");
        assertThat(headers(1))
                .containsEntry("kg-truth-label", "attack")
                .containsEntry("kg-truth-type", "sql_injection");
        assertThat(event(1).body()).isEqualTo("x=1\ny=\"2\"");
        assertThat(event(1).headers()).containsOnlyKeys("content-type", "x-a");
        assertThat(event(2).host()).isEqualTo("h");
        assertThat(headers(2)).isEmpty();

        ConversionResult json = convert(
                ForeignFormat.JSONL,
                """
                {"id":"one","url":"https://h/x?y=1","headers":{"A":["1","2"]},"label":1,"type":"xss"}
                {"path":"/","headers":[["a"]]}
                nonsense
                {"path":"/z","body":"{\\"password\\":\\"hunter2\\"}","type":"benign"}
                """);
        assertThat(json.errors())
                .containsExactly(
                        new ConversionResult.Error(2, "headers: must be an object or pairs of a name and a value"),
                        new ConversionResult.Error(3, "not a valid JSON object"));
        assertThat(event(0)).returns("one", TrafficEvent::eventId).returns("h", TrafficEvent::host);
        assertThat(event(0).headers()).containsEntry("a", "1, 2");
        assertThat(event(1).body()).isEqualTo("{\"password\":\"REDACTED\"}");
        assertThat(headers(1)).containsEntry("kg-truth-label", "benign");
        assertThat(records.get(1).timestamp() - records.get(0).timestamp()).isEqualTo(100);
    }

    @Test
    void putsLinesInOrderOfTimeAndTellsEqualOnesApart() throws IOException {
        String line = "{\"path\":\"/\",\"timestamp\":%d}\n";
        convert(ForeignFormat.JSONL, line.formatted(30) + line.formatted(10) + line.formatted(20) + line.formatted(10));
        assertThat(records).extracting(RecordedRecord::timestamp).containsExactly(10_000L, 10_000L, 20_000L, 30_000L);
        assertThat(LongStream.range(0, 4)
                        .mapToObj(i -> event((int) i).eventId())
                        .distinct())
                .hasSize(4);
    }

    @Test
    void readsGzipAndBoundsALine() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(("{\"path\":\"" + "x".repeat(600_000) + "\"}\n{\"path\":\"/ok\"}\n").getBytes(UTF_8));
        }
        ConversionResult result = convert(ForeignFormat.JSONL, gzip.toByteArray());
        assertThat(result.errors()).containsExactly(new ConversionResult.Error(1, "larger than 524288 bytes"));
        assertThat(event(0).path()).isEqualTo("/ok");
    }

    @ParameterizedTest
    @EnumSource
    void takesAnyBytesWithoutAnException(ForeignFormat format) throws IOException {
        Random random = new Random(3);
        String[] parts = {
            "{", "}", "[", "]", "\"", ",", ":", "\n", "\\", "path", "\"request\"", "log", "1", " ", "\u00fc"
        };
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? "{\"path\":\"/\"}\n" : "path,label\n");
            for (int n = random.nextInt(80); n > 0; n--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            ConversionResult result = convert(format, text.toString());
            assertThat(result.read()).isEqualTo(result.converted() + result.passedOver() + result.rejected());
            assertThat(records).hasSize((int) result.converted());
        }
    }

    private ConversionResult convert(ForeignFormat format, String log) throws IOException {
        return convert(format, log.getBytes(UTF_8));
    }

    private ConversionResult convert(ForeignFormat format, byte[] log) throws IOException {
        Redactor redactor =
                new Redactor(new Secrets(List.of("authorization", "password"), List.of("cookie", "token", "sid")));
        Intake intake = new Intake(
                Bounds.withBody(1000), redactor, NOW, NOW.minusSeconds(3600), Duration.ofMillis(100), "198.51.100.1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Manifest manifest = new Manifest(1, NOW, "test", format.wireName(), List.of(), Map.of(), false);
        ConversionResult result;
        try (RecordingWriter writer = new RecordingWriter(out, manifest)) {
            result = new Conversion(format, intake, null)
                    .convert(new ByteArrayInputStream(log), writer, read -> {}, () -> false);
        }
        records.clear();
        try (RecordingReader reader = RecordingReader.of(new ByteArrayInputStream(out.toByteArray()))) {
            for (RecordedRecord record = reader.next(); record != null; record = reader.next()) {
                records.add(record);
            }
        }
        return result;
    }

    private TrafficEvent event(int index) {
        return RecordCodec.TRAFFIC_EVENT.decode(records.get(index).value());
    }

    private Map<String, String> headers(int index) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (RecordedHeader header : records.get(index).headers()) {
            byte[] value = header.value();
            headers.put(header.name(), value == null ? "" : new String(value, UTF_8));
        }
        return headers;
    }
}
