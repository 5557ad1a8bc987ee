package ai.kongguard.llm;

import ai.kongguard.event.Escalation;

/** Asks the configured models in their order until one answers. Thread-safe; blocks for as long as that takes. */
public interface Reviewer extends AutoCloseable {

    /** Throws nothing that a model, a network or a budget can cause: those are outcomes. */
    Reviewed review(Escalation escalation);

    /** Provider and name of the model that is asked first, such as {@code openai/gpt-4o-mini}; part of what an answer is remembered by. */
    String model();

    /** The longest that {@link #review} takes, in milliseconds, over all retries and fallbacks. */
    long maxMillis();

    /** What it has done since it was made. */
    ReviewerState state();

    @Override
    void close();
}
