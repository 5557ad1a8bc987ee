package ai.kongguard.llm.provider;

import ai.kongguard.review.Prompt;
import ai.kongguard.review.ProviderClass;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;

/** A model that Spring AI speaks to, over a {@link Wire}. */
final class ChatModelProvider implements ModelProvider {

    private final ModelSettings settings;
    private final ProviderClass shownTo;
    private final ChatModel chat;
    private final Function<String, ChatOptions> options;
    private final Wire wire;

    /** @param options of a question, by the JSON schema of its answer; without the key */
    ChatModelProvider(
            ModelSettings settings,
            ProviderClass shownTo,
            ChatModel chat,
            Function<String, ChatOptions> options,
            Wire wire) {
        this.settings = settings;
        this.shownTo = shownTo;
        this.chat = chat;
        this.options = options;
        this.wire = wire;
    }

    @Override
    public String provider() {
        return settings.provider();
    }

    @Override
    public String model() {
        return settings.model();
    }

    @Override
    public ProviderClass shownTo() {
        return shownTo;
    }

    @Override
    public Completion complete(Prompt prompt) throws CallFailedException {
        var question = new org.springframework.ai.chat.prompt.Prompt(
                List.of(new SystemMessage(prompt.system()), new UserMessage(prompt.user())),
                options.apply(prompt.schema()));
        try {
            return completion(chat.call(question));
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    private static Completion completion(ChatResponse response) {
        String text = response.getResults().stream()
                .map(generation -> generation.getOutput().getText())
                .map(part -> part == null ? "" : part)
                .collect(Collectors.joining());
        Usage usage = response.getMetadata().getUsage();
        long input = orZero(usage.getPromptTokens());
        long output = Math.max(orZero(usage.getCompletionTokens()), orZero(usage.getTotalTokens()) - input);
        return input == 0 ? new Completion(text, null, null) : new Completion(text, input, output);
    }

    private static long orZero(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }

    /** The provider's client wraps what the wire threw; anything else is a response that it could not read. */
    private static CallFailedException failure(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CallFailedException failed) {
                return failed;
            }
        }
        return new CallFailedException(
                FailureReason.UNREADABLE,
                "response not understood: " + thrown.getClass().getSimpleName());
    }

    @Override
    public void close() {
        wire.close();
    }
}
