package ai.kongguard.llm.provider;

import org.jspecify.annotations.Nullable;

/**
 * What a model said. Immutable.
 *
 * @param text untrusted, and maybe empty
 * @param inputTokens that are charged; null when the provider does not say
 * @param outputTokens that are charged, with those of its thoughts; null when the provider does not say
 */
public record Completion(String text, @Nullable Long inputTokens, @Nullable Long outputTokens) {}
