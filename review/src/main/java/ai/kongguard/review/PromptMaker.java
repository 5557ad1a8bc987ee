package ai.kongguard.review;

import ai.kongguard.event.Escalation;

/** Turns an escalation into a question. Thread-safe. */
public final class PromptMaker {

    /** The version of every prompt made by this release. */
    public static final String VERSION = "p1";

    /** A new question with its own boundary; a model in the cloud is shown less than a local one. */
    public Prompt make(Escalation escalation, ProviderClass shownTo) {
        throw new UnsupportedOperationException("skeleton " + escalation.reviewKey() + shownTo);
    }
}
