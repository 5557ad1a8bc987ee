package ai.kongguard.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What an operator says about an event, for every tier; the value of {@link Topics#FEEDBACK}. It overrides the ground
 * truth that a generated event carries, and a later record of the same event overrides an earlier one. Immutable.
 *
 * @param schema version of this shape, {@link #SCHEMA} when written by this release
 * @param eventId the event judged; never blank
 * @param attack true: a confirmed threat; false: whoever called it one was wrong
 * @param givenAt when the operator said so
 */
public record Feedback(int schema, String eventId, boolean attack, Instant givenAt) {

    /** The version this release writes. */
    public static final int SCHEMA = 1;

    public Feedback {
        Required.text("event_id", eventId);
        givenAt = Required.present("given_at", givenAt).truncatedTo(ChronoUnit.MILLIS);
    }
}
