package ai.kongguard.gateway;

import ai.kongguard.event.Feedback;

/** Where operators' corrections go. Thread-safe. */
public interface FeedbackSink {

    /**
     * Returns when it is stored.
     *
     * @throws FeedbackNotStoredException if that cannot be said in time
     */
    void publish(Feedback feedback);
}
