package ai.kongguard.event;

import java.time.Instant;
import java.util.List;

/**
 * An event that a tier is unsure about; the value of {@link Topics#ESCALATIONS}, by {@link #reviewKey()}. Holds what a
 * reviewer needs, so that it reads no other topic. Immutable.
 *
 * @param schema version of this shape, {@link #SCHEMA} when written by this release
 * @param verdict the answer to be reviewed
 * @param reviewKey hash of the payload's decoded skeleton: events with the same key need only one answer; never blank
 * @param reason why it was escalated, in plain words; never blank
 * @param injection whether the request holds text that addresses a model
 * @param headerCount headers the request had
 * @param excerpts the parts of the request that a reviewer may see, canonical, redacted and bounded
 * @param escalatedAt when
 */
public record Escalation(
        int schema,
        Verdict verdict,
        String reviewKey,
        String reason,
        boolean injection,
        int headerCount,
        List<Excerpt> excerpts,
        Instant escalatedAt) {

    /** The version this release writes. */
    public static final int SCHEMA = 1;

    public Escalation {
        Required.present("verdict", verdict);
        Required.text("review_key", reviewKey);
        Required.text("reason", reason);
        Required.notNegative("header_count", headerCount);
        excerpts = Required.orElse(excerpts, List.of());
        Required.present("escalated_at", escalatedAt);
    }

    /**
     * One value of a request.
     *
     * @param field where it stood, as in {@link Finding#field()}
     * @param length characters of the whole decoded value
     * @param slices what is shown of it, in order, without overlap: head, most suspicious part, tail
     */
    public record Excerpt(String field, int length, List<Slice> slices) {

        public Excerpt {
            Required.text("field", field);
            Required.notNegative("length", length);
            slices = Required.orElse(slices, List.of());
        }
    }

    /**
     * A part of a value.
     *
     * @param at its first character in the decoded value, from 0
     * @param text attacker-controlled
     */
    public record Slice(int at, String text) {

        public Slice {
            Required.notNegative("at", at);
            text = Required.orElse(text, "");
        }
    }
}
