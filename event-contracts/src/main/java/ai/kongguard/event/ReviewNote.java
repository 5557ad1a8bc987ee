package ai.kongguard.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What reviewers tell each other, so that one of them asks and all use the answer; the value of {@link Topics#REVIEWS},
 * by {@link #key()}. The first claim of a key in the order of the log may ask until it expires. Immutable.
 *
 * @param schema version of this shape, {@link #SCHEMA} when written by this release
 * @param kind claim or answer
 * @param reviewKey of the payload, as in {@link Escalation#reviewKey()}; never blank
 * @param model that is asked first; never blank
 * @param promptVersion of what it is asked; never blank
 * @param eventId the event that it is asked about; never blank
 * @param tier of the reviewer; never blank
 * @param instance of the reviewer; never blank
 * @param at when this was written, by the reviewer's clock
 * @param until when a claim expires, or an answer is forgotten
 * @param opinion what was answered; null in a claim, and when nobody answered
 * @param answeredBy the model that did; null when nobody did
 * @param degraded why nobody answered, or why a fallback did; null otherwise
 * @param inputTokens of all calls that this took
 * @param outputTokens of all calls that this took
 * @param costUsd of all calls that this took; null when a price is not configured
 * @param latencyMillis of all calls, retries and waits
 */
public record ReviewNote(
        int schema,
        Kind kind,
        String reviewKey,
        String model,
        String promptVersion,
        String eventId,
        String tier,
        String instance,
        Instant at,
        Instant until,
        @Nullable Opinion opinion,
        @Nullable String answeredBy,
        @Nullable String degraded,
        long inputTokens,
        long outputTokens,
        @Nullable Double costUsd,
        long latencyMillis) {

    /** The version this release writes. */
    public static final int SCHEMA = 1;

    /** What a note is. */
    public enum Kind {
        /** Somebody is about to ask. */
        @JsonProperty("claim")
        CLAIM,
        /** Somebody has asked. */
        @JsonProperty("answer")
        ANSWER
    }

    public ReviewNote {
        Required.present("kind", kind);
        Required.text("review_key", reviewKey);
        Required.text("model", model);
        Required.text("prompt_version", promptVersion);
        Required.text("event_id", eventId);
        Required.text("tier", tier);
        Required.text("instance", instance);
        at = Required.present("at", at).truncatedTo(ChronoUnit.MILLIS);
        until = Required.present("until", until).truncatedTo(ChronoUnit.MILLIS);
        Required.notNegative("input_tokens", inputTokens);
        Required.notNegative("output_tokens", outputTokens);
        Required.notNegative("latency_millis", latencyMillis);
    }

    /** The record key: what may be asked once. */
    public String key() {
        return key(reviewKey, model, promptVersion);
    }

    /** The key of notes about this payload, model and prompt. */
    public static String key(String reviewKey, String model, String promptVersion) {
        return reviewKey + "/" + model + "/" + promptVersion;
    }

    /**
     * What a model said.
     *
     * @param score 0 (harmless) to 1 (certain attack)
     * @param threatType {@link ThreatType#NONE} when it found nothing
     * @param confidence 0-1
     * @param reasoning untrusted: the model has read what an attacker wrote
     */
    public record Opinion(double score, ThreatType threatType, double confidence, String reasoning) {

        public Opinion {
            Required.unit("score", score);
            Required.present("threat_type", threatType);
            Required.unit("confidence", confidence);
            reasoning = Required.orElse(reasoning, "");
        }
    }
}
