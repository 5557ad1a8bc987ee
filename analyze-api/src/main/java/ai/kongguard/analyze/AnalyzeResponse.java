package ai.kongguard.analyze;

import ai.kongguard.event.Finding;
import ai.kongguard.event.Verdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The answer of {@code /analyze} in the names that existing clients read.
 *
 * @param threatScore 0-1
 * @param threatType snake_case
 * @param confidence 0-1
 * @param reasoning one sentence
 * @param recommendedAction {@code block}, {@code rate_limit}, {@code monitor} or {@code allow}
 * @param indicators one line per finding, strongest first
 * @param aiModel what decided, as provider/model
 * @param model the same, under the name the Kong plugin reads
 * @param processingTime seconds
 * @param processingTimeMs milliseconds
 * @param detailedAnalysis the findings
 * @param eventId identity of this verdict
 * @param threatId the same, under the name that feedback uses
 * @param tier who answered
 * @param degraded whether a fallback answered
 * @param contextAnalyzed whether what the caller said of the client's past counted; false, since it is not believed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AnalyzeResponse(
        @JsonProperty("threat_score") double threatScore,
        @JsonProperty("threat_type") String threatType,
        @JsonProperty("confidence") double confidence,
        @JsonProperty("reasoning") String reasoning,
        @JsonProperty("recommended_action") String recommendedAction,
        @JsonProperty("indicators") List<String> indicators,
        @JsonProperty("ai_model") String aiModel,
        @JsonProperty("model") String model,
        @JsonProperty("processing_time") double processingTime,
        @JsonProperty("processing_time_ms") double processingTimeMs,
        @JsonProperty("detailed_analysis") Details detailedAnalysis,
        @JsonProperty("event_id") String eventId,
        @JsonProperty("threat_id") String threatId,
        @JsonProperty("tier") String tier,
        @JsonProperty("degraded") boolean degraded,
        @JsonProperty("context_analyzed") boolean contextAnalyzed) {

    /** The answer that tells a verdict. */
    public static AnalyzeResponse of(Verdict verdict) {
        double millis = verdict.processingMicros() / 1e3;
        return new AnalyzeResponse(
                verdict.score(),
                verdict.threatType().wireName(),
                verdict.confidence(),
                verdict.reasoning(),
                verdict.action().wireName(),
                verdict.findings().stream().map(AnalyzeResponse::indicator).toList(),
                verdict.model(),
                verdict.model(),
                millis / 1e3,
                millis,
                new Details(verdict.findings()),
                verdict.eventId(),
                verdict.eventId(),
                verdict.tier(),
                verdict.degraded() != null,
                false);
    }

    private static String indicator(Finding finding) {
        return finding.type().wireName() + " in " + finding.field() + ": " + finding.evidence();
    }

    /** What the verdict rests on. */
    public record Details(List<Finding> findings) {}
}
