package ai.kongguard.llm;

import ai.kongguard.event.Escalation;
import ai.kongguard.review.Prompt;
import ai.kongguard.review.ProviderClass;

/** Makes a question of an escalation. Thread-safe. */
@FunctionalInterface
interface Questions {

    /** A new question for a model that runs there. */
    Prompt make(Escalation escalation, ProviderClass shownTo);
}
