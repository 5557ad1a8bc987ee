package ai.kongguard.llm;

import org.jspecify.annotations.Nullable;

/**
 * The reviewer that the configuration asks for. Immutable; closes the reviewer.
 *
 * @param reviewer null when nobody can be asked
 * @param says who is asked, or why nobody is, such as {@code not configured: set OPENAI_API_KEY}; without secrets
 */
public record ConfiguredReviewer(@Nullable Reviewer reviewer, String says) implements AutoCloseable {

    @Override
    public void close() {
        if (reviewer != null) {
            reviewer.close();
        }
    }
}
