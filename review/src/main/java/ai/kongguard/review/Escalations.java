package ai.kongguard.review;

import ai.kongguard.event.Escalation;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import java.time.Instant;
import java.util.Optional;

/** Decides which verdicts are to be reviewed, and gathers what a reviewer needs. Thread-safe. */
public final class Escalations {

    private final ReviewLimits limits;

    public Escalations(ReviewLimits limits) {
        this.limits = limits;
    }

    /** Empty when the verdict is clear, or the event's route must not be shown to a reviewer. Throws nothing. */
    public Optional<Escalation> of(TrafficEvent event, Verdict verdict, Instant now) {
        throw new UnsupportedOperationException("skeleton " + limits + event + verdict + now);
    }
}
