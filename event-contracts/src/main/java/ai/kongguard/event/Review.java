package ai.kongguard.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a second opinion came about; part of a {@link Verdict} of revision 1 and up. When nobody answered, the verdict
 * repeats the first one, its {@code degraded} says why, and {@code model} is absent here. Immutable.
 *
 * @param model provider and name of what answered, such as {@code openai/gpt-4o-mini}; null when nobody did
 * @param promptVersion of what was asked; never blank
 * @param origin whether the model was asked for this event or for another of the same payload
 * @param reason why the event was escalated, in plain words; never blank
 * @param scoreBefore of the revision before, 0-1
 * @param scoreAnswered what the model said, 0-1, before the limits on what a reviewer may change; null when nobody answered
 * @param limited why the verdict does not follow the answer; null when it does
 * @param inputTokens of the call; 0 when remembered or unknown
 * @param outputTokens of the call; 0 when remembered or unknown
 * @param costUsd of the call, in US dollars at the configured prices; null when no price is configured
 * @param latencyMillis of the call with its retries; 0 when remembered
 */
public record Review(
        @Nullable String model,
        String promptVersion,
        Origin origin,
        String reason,
        double scoreBefore,
        @Nullable Double scoreAnswered,
        @Nullable String limited,
        long inputTokens,
        long outputTokens,
        @Nullable Double costUsd,
        long latencyMillis) {

    /** Where an answer came from. */
    public enum Origin {
        /** The model was asked about this event. */
        @JsonProperty("asked")
        ASKED,
        /** The model had been asked about another event with the same payload skeleton. */
        @JsonProperty("remembered")
        REMEMBERED,
        /** Nobody answered. */
        @JsonProperty("none")
        NONE;

        /** The name used on every wire. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Review {
        Required.text("prompt_version", promptVersion);
        Required.present("origin", origin);
        Required.text("reason", reason);
        Required.unit("score_before", scoreBefore);
        if (scoreAnswered != null) {
            Required.unit("score_answered", scoreAnswered);
        }
        Required.notNegative("input_tokens", inputTokens);
        Required.notNegative("output_tokens", outputTokens);
        Required.notNegative("latency_millis", latencyMillis);
    }
}
