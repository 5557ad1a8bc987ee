package ai.kongguard.analyzer.http;

import ai.kongguard.analyze.AnalyzeRequestReader;
import ai.kongguard.analyze.AnalyzeResponse;
import ai.kongguard.analyze.InvalidRequestException;
import ai.kongguard.analyzer.VerdictMaker;
import ai.kongguard.analyzer.review.TierReport;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /analyze}: one request in, this tier's verdict out. Nothing is published. */
@RestController
public final class AnalyzeController {

    private final VerdictMaker verdicts;
    private final TierReport report;
    private final AnalyzeRequestReader reader;
    private final int maxBodyBytes;

    /** {@code report} tells whether the tier judges at all. */
    public AnalyzeController(VerdictMaker verdicts, TierReport report, InstantSource clock, DataSize maxBodySize) {
        this.verdicts = verdicts;
        this.report = report;
        this.reader = new AnalyzeRequestReader(clock);
        this.maxBodyBytes = Math.toIntExact(maxBodySize.toBytes());
    }

    @PostMapping("/analyze")
    ResponseEntity<Object> analyze(HttpServletRequest request) throws IOException {
        if (!report.judges()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .body(new Problem("This tier judges nothing: " + report.reason()));
        }
        byte[] body = request.getInputStream().readNBytes(maxBodyBytes + 1);
        if (body.length > maxBodyBytes) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                    .body(new Problem("The body is larger than " + maxBodyBytes
                            + " bytes: shorten it, or raise kongguard.analyzer.max-body-size"));
        }
        TrafficEvent event = reader.read(body);
        Verdict verdict = verdicts.judge(event);
        return ResponseEntity.ok(AnalyzeResponse.of(verdict));
    }

    @ExceptionHandler
    ResponseEntity<InvalidRequestException.Body> invalid(InvalidRequestException e) {
        return ResponseEntity.unprocessableContent().body(e.body());
    }

    /** Any other error, as existing clients read it. */
    record Problem(String detail) {}
}
