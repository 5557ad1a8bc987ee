package ai.kongguard.llm.provider;

import ai.kongguard.review.Prompt;
import ai.kongguard.review.ProviderClass;

/** One model at one provider. Thread-safe. */
public interface ModelProvider extends AutoCloseable {

    /** Such as {@code openai}. */
    String provider();

    /** Such as {@code gpt-4o-mini}. */
    String model();

    /** Where it runs. */
    ProviderClass shownTo();

    /**
     * Asks once: no retries, no redirects, no streaming, no tools. Blocks at most for the configured timeout.
     *
     * @throws CallFailedException if there is no completion
     */
    Completion complete(Prompt prompt) throws CallFailedException;

    @Override
    void close();
}
