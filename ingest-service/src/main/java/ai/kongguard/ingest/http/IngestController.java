package ai.kongguard.ingest.http;

import ai.kongguard.ingest.Ingest;
import ai.kongguard.ingest.IngestMeters;
import ai.kongguard.ingest.IngestResult;
import ai.kongguard.ingest.SinkUnavailableException;
import ai.kongguard.intake.EntryReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /ingest/kong}: log entries in, what became of them out. Kong sends a batch again on any answer of 300 and above,
 * and drops it after a minute; so a batch with bad elements is a success, and only a broker that does not acknowledge
 * makes a failure.
 */
@RestController
public final class IngestController {

    private static final Logger LOG = LoggerFactory.getLogger(IngestController.class);

    private static final String RETRY_AFTER_SECONDS = "2";
    private static final int GZIP_BUFFER = 16 * 1024;

    private final Ingest ingest;
    private final EntryReader kong;
    private final IngestMeters meters;

    public IngestController(Ingest ingest, EntryReader kong, IngestMeters meters) {
        this.ingest = ingest;
        this.kong = kong;
        this.meters = meters;
    }

    @RequestMapping(
            path = "/ingest/kong",
            method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH})
    ResponseEntity<Object> kong(HttpServletRequest request) throws IOException {
        return ingest(kong, request);
    }

    private ResponseEntity<Object> ingest(EntryReader reader, HttpServletRequest request) throws IOException {
        long started = System.nanoTime();
        String encoding = lower(request.getHeader(HttpHeaders.CONTENT_ENCODING));
        boolean gzip = encoding.equals("gzip") || encoding.equals("x-gzip");
        if (!gzip && !encoding.isEmpty() && !encoding.equals("identity")) {
            return problem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding is not supported: send gzip or nothing");
        }
        String type = lower(request.getContentType());
        boolean lines = type.contains("ndjson") || type.contains("jsonl") || type.contains("json-lines");
        try {
            InputStream body = request.getInputStream();
            IngestResult result = ingest.ingest(reader, gzip ? new GZIPInputStream(body, GZIP_BUFFER) : body, lines);
            meters.answered(reader.source(), result, Duration.ofNanos(System.nanoTime() - started));
            return ResponseEntity.ok(result);
        } catch (ZipException | EOFException notGzip) {
            if (!gzip) {
                throw notGzip;
            }
            return problem(
                    HttpStatus.BAD_REQUEST, "Content-Encoding is gzip, but the body is not: " + notGzip.getMessage());
        } catch (SinkUnavailableException e) {
            meters.unavailable(reader.source());
            LOG.warn("Answered 503: {}", e.getMessage());
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .body(new Problem(e.getMessage() + "; nothing is lost if the body is sent again"));
        }
    }

    private static String lower(@Nullable String header) {
        return header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(new Problem(detail));
    }

    /** Any error. */
    record Problem(String detail) {}
}
