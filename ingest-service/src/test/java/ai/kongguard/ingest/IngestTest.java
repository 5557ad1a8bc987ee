package ai.kongguard.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.Entry;
import ai.kongguard.intake.EntryReader;
import ai.kongguard.intake.kong.KongReader;
import ai.kongguard.intake.redact.Redactor;
import ai.kongguard.intake.redact.Secrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class IngestTest {

    private static final int MAX_BODY = 20_000;
    private static final int MAX_ELEMENT = 2_000;
    private static final int MAX_LETTERS = 5;

    private final Redactor redactor = new Redactor(new Secrets(List.of("password"), List.of("cookie")));
    private final Redactor aside = new Redactor(new Secrets(
            Stream.concat(Stream.of("password"), KongReader.BODY_FIELDS.stream())
                    .toList(),
            List.of("cookie")));
    private final KongReader kong = new KongReader("", Bounds.withBody(1000), redactor);
    private final RecordingSink sink = new RecordingSink();
    private final Ingest ingest = new Ingest(
            sink,
            new RecentIds(100),
            aside,
            InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z")),
            new Ingest.Limits(MAX_BODY, MAX_ELEMENT, MAX_LETTERS, Duration.ofSeconds(1)));

    @Test
    void countsEveryElementInOnePlace() throws IOException {
        IngestResult result =
                ingest("[" + entry("1") + ",{\"session\":{}},{\"a\":1}," + entry("2") + "," + entry("1") + "]");
        assertThat(result.received()).isEqualTo(5);
        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.stream()).isEqualTo(1);
        assertThat(result.rejected()).isEqualTo(1);
        assertThat(result.duplicates()).isEqualTo(1);
        assertThat(result.errors()).containsExactly(new IngestResult.Error(2, "request: missing"));
        assertThat(sink.events).extracting(TrafficEvent::eventId).containsExactly("1", "2");
    }

    @Test
    void publishesABatchThatIsSentAgainOnce() throws IOException {
        ingest(entry("1"));
        IngestResult again = ingest("[" + entry("1") + "," + entry("2") + "]");
        assertThat(again.duplicates()).isEqualTo(1);
        assertThat(again.accepted()).isEqualTo(1);
        assertThat(sink.events).hasSize(2);
    }

    @Test
    void forgetsWhatWasNotAcknowledged() throws IOException {
        sink.failing = true;
        assertThatThrownBy(() -> ingest(entry("1"))).isInstanceOf(SinkUnavailableException.class);
        sink.failing = false;
        assertThat(ingest(entry("1")).accepted()).isEqualTo(1);
    }

    @Test
    void putsABadElementAsideWithoutItsCredentials() throws IOException {
        ingest("[{\"request\":{\"password\":\"hunter2\",\"x\":tru}},{\"cookie\":\"sid=abc\",\"a\":1}]");
        assertThat(sink.rejected).hasSize(2);
        assertThat(new String(sink.rejected.get(0).bytes(), UTF_8))
                .isEqualTo("{\"request\":{\"password\":\"REDACTED\",\"x\":tru}}");
        assertThat(new String(sink.rejected.get(1).bytes(), UTF_8)).isEqualTo("{\"cookie\":\"sid=REDACTED\",\"a\":1}");
        assertThat(sink.rejected.get(1).index()).isEqualTo(1);
        assertThat(sink.rejected.get(1).reason()).isEqualTo("request: missing");
    }

    @Test
    void putsNoRequestBodyAside() throws IOException {
        ingest("[{\"request\":{\"body\":\"user=ann&password=hunter2\",\"x\":tru}},"
                + "{\"request\":{\"payload\":\"{\\\"password\\\":\\\"hunter2\\\"}\",\"x\":tru}},"
                + "{\"request\":{\"body_b64\":\"aHVudGVyMg==\",\"x\":tru}}]");
        assertThat(sink.rejected).hasSize(3).allSatisfy(rejected -> assertThat(new String(rejected.bytes(), UTF_8))
                .contains("REDACTED")
                .doesNotContain("hunter2", "aHVudGVyMg"));
    }

    @Test
    void aFaultOfOursCostsOneElementAndQuotesNothing() throws IOException {
        EntryReader faulty = new EntryReader() {
            @Override
            public String source() {
                return "faulty";
            }

            @Override
            public boolean mayBeginWith(String field) {
                return true;
            }

            @Override
            public Optional<TrafficEvent> read(Entry entry, Instant receivedAt) {
                if (entry.length() < 10) {
                    throw new IllegalStateException("s3cret");
                }
                return kong.read(entry, receivedAt);
            }
        };
        byte[] body = ("[{\"a\":1}," + entry("1") + "]").getBytes(UTF_8);
        IngestResult result = ingest.ingest(faulty, new ByteArrayInputStream(body), false);
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.errors())
                .containsExactly(new IngestResult.Error(0, "could not be read: java.lang.IllegalStateException"));
    }

    @Test
    void cutsAnOversizeElementAndKeepsTheOthers() throws IOException {
        String large = "{\"request\":{\"uri\":\"/" + "x".repeat(5_000) + "\"}}";
        IngestResult result = ingest("[" + entry("1") + "," + large + "," + entry("2") + "]");
        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.errors().get(0).reason())
                .contains("larger than 2000 bytes", "kongguard.ingest.max-element-size");
        assertThat(sink.rejected.get(0).truncated()).isTrue();
        assertThat(sink.rejected.get(0).bytes()).hasSize(MAX_ELEMENT);
    }

    @Test
    void readsNoFurtherThanTheBoundAndSaysSo() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; body.length() < 3 * MAX_BODY; i++) {
            body.append(entry("id" + i)).append(',');
        }
        IngestResult result = ingest("[" + body + "{}]");
        assertThat(result.accepted()).isBetween(100L, (long) MAX_BODY);
        assertThat(result.rejected()).isEqualTo(1);
        assertThat(result.errors().get(0).reason()).contains("body is larger than 20000", "rest was not read");
        assertThat(sink.events).hasSize((int) result.accepted());
    }

    @Test
    void keepsABoundedNumberOfBadElementsAndCountsAll() throws IOException {
        IngestResult result = ingest("1,".repeat(100) + entry("good"));
        assertThat(result.rejected()).isEqualTo(100);
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(sink.rejected).hasSize(MAX_LETTERS);
        assertThat(result.errors()).hasSize(IngestResult.MAX_ERRORS);
    }

    @Test
    void acceptsWhatCameBeforeACompressedBodyBreaksOff() throws IOException {
        StringBuilder body = new StringBuilder("[");
        for (int i = 0; i < 100; i++) {
            body.append(entry(Integer.toHexString(i * 7919))).append(',');
        }
        java.io.ByteArrayOutputStream compressed = new java.io.ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body.toString().getBytes(UTF_8));
        }
        byte[] whole = compressed.toByteArray();
        InputStream half = new ByteArrayInputStream(whole, 0, whole.length / 2);
        IngestResult result = ingest.ingest(kong, new GZIPInputStream(half), false);
        assertThat(result.accepted()).isBetween(1L, 99L);
        assertThat(result.rejected()).isEqualTo(1);
        assertThat(result.errors().get(0).reason()).contains("compressed body breaks off");
    }

    private IngestResult ingest(String body) throws IOException {
        return ingest.ingest(kong, new ByteArrayInputStream(body.getBytes(UTF_8)), false);
    }

    private static String entry(String id) {
        return "{\"request\":{\"id\":\"" + id + "\",\"uri\":\"/\"}}";
    }
}
