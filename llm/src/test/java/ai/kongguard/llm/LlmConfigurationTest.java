package ai.kongguard.llm;

import static ai.kongguard.llm.provider.Provider.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.testkit.TestEvents;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What an environment makes of it. */
class LlmConfigurationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GEMINI_API_KEY=k                             | gemini/gemini-3.5-flash-lite",
                "GOOGLE_API_KEY=k                             | gemini/gemini-3.5-flash-lite",
                "OPENAI_API_KEY=k                             | openai/gpt-4o-mini",
                "ANTHROPIC_API_KEY=k                          | anthropic/claude-haiku-4-5",
                "GROQ_API_KEY=k                               | groq/openai/gpt-oss-20b",
                "GROQ_API_KEY=k OPENAI_API_KEY=k              | openai/gpt-4o-mini",
                "OPENAI_API_KEY=k GEMINI_API_KEY=k            | gemini/gemini-3.5-flash-lite",
                "AI_PROVIDER=OpenAI OPENAI_API_KEY=k GEMINI_API_KEY=k | openai/gpt-4o-mini",
                "AI_PROVIDER=ollama                           | ollama/gemma3:4b",
                "AI_PROVIDER=ollama OLLAMA_MODEL=mistral:7b   | ollama/mistral:7b",
                "AI_PROVIDER=openai,ollama OPENAI_API_KEY=k   | openai/gpt-4o-mini, then ollama/gemma3:4b",
                "AI_PROVIDER=groq,ollama                      | ollama/gemma3:4b; not configured: set GROQ_API_KEY",
                "KONGGUARD_LLM_PROVIDERS=ollama AI_PROVIDER=openai | ollama/gemma3:4b",
                "KONGGUARD_LLM_OPENAI_APIKEY=k                | openai/gpt-4o-mini",
                "AI_PROVIDER=openai                           | not configured: set OPENAI_API_KEY",
                "AI_PROVIDER=openai,groq                      | not configured: set OPENAI_API_KEY or GROQ_API_KEY",
                "OPENAI_API_KEY=                              | not configured: set AI_PROVIDER=ollama, or a key such as OPENAI_API_KEY",
            })
    void choosesWhatTheEnvironmentNames(String environment, String says) {
        try (var context = context(environment)) {
            ConfiguredReviewer configured = context.getBean(ConfiguredReviewer.class);
            assertThat(configured.says()).isEqualTo(says);
            assertThat(context.getBeanProvider(Reviewer.class).getIfAvailable()).isSameAs(configured.reviewer());
            assertThat(configured.reviewer() == null).isEqualTo(says.startsWith("not"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AI_PROVIDER=openia                            | names openia; it may name",
                "AI_PROVIDER=ollama,ollama                     | names ollama twice",
                "OPENAI_API_KEY=k OPENAI_MODEL=                | kongguard.llm.openai.model is empty",
                "OPENAI_API_KEY=k OPENAI_BASE_URL=             | kongguard.llm.openai.base-url is not http",
                "OPENAI_API_KEY=k OPENAI_BASE_URL=ftp://a      | kongguard.llm.openai.base-url is not http",
                "OPENAI_API_KEY=k OPENAI_BASE_URL=http://u:p@a | kongguard.llm.openai.base-url is not http",
                "OPENAI_API_KEY=k OPENAI_MODEL=gpt-7           | no price of gpt-7",
                "OPENAI_API_KEY=k KONGGUARD_LLM_PRICES=gpt-7   | holds gpt-7, which is not MODEL=INPUT/OUTPUT",
                "OPENAI_API_KEY=k KONGGUARD_LLM_TIMEOUT=26s    | total-timeout must not be below timeout",
                "OPENAI_API_KEY=k KONGGUARD_LLM_BUDGET_CALLSPERDAY=0 | callsPerDay",
            })
    void startsWithNothingThatCannotBeUsed(String environment, String message) {
        assertThatThrownBy(() -> context(environment).close())
                .isInstanceOfSatisfying(
                        RuntimeException.class, e -> assertThat(messages(e)).contains(message));
    }

    @Test
    void takesAnotherModelWithItsPriceOrWithoutALimitOnMoney() {
        context("OPENAI_API_KEY=k OPENAI_MODEL=gpt-7 KONGGUARD_LLM_PRICES=gpt-7=1/2")
                .close();
        context("OPENAI_API_KEY=k OPENAI_MODEL=gpt-7 KONGGUARD_LLM_BUDGET_COSTPERDAY=0")
                .close();
    }

    @Test
    void sendsNoTemperatureWhenItIsSetToNothing() {
        try (var context = context("OPENAI_API_KEY=k KONGGUARD_LLM_OPENAI_TEMPERATURE=")) {
            LlmProperties properties = context.getBean(LlmProperties.class);
            assertThat(properties.openai().temperature()).isNull();
            assertThat(properties.gemini().temperature()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OLLAMA_URL=http://a:1 OLLAMA_HOST=b:2, http://a:1",
        "OLLAMA_BASE_URL=http://a:1, http://a:1",
        "OLLAMA_HOST=b:2, http://b:2",
        "'', http://localhost:11434"
    })
    void findsOllamaByAnyOfItsNames(String environment, String url) {
        try (var context = context("AI_PROVIDER=ollama " + environment)) {
            assertThat(new Setup(context.getBean(LlmProperties.class))
                            .models()
                            .get(0)
                            .baseUrl())
                    .hasToString(url);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPENAI_API_KEY=k", ""})
    void givesWayToAnotherReviewer(String environment) {
        try (Reviewer other = new Subject()
                        .with("providers", "ollama")
                        .with("ollama.model", "m")
                        .with("ollama.base-url", "http://localhost:1")
                        .reviewer();
                var context = context(environment, other)) {
            assertThat(context.getBean(Reviewer.class)).isSameAs(other);
        }
    }

    @Test
    void showsNoKey() {
        try (var context = context("OPENAI_API_KEY=" + KEY)) {
            LlmProperties properties = context.getBean(LlmProperties.class);
            assertThat(properties.openai().apiKey()).isEqualTo(KEY);
            assertThat(properties.toString()).doesNotContain(KEY);
            assertThat(new Setup(properties).models().toString()).doesNotContain(KEY);
            assertThat(context.getBean(ConfiguredReviewer.class).toString()).doesNotContain(KEY);
        }
        assertThatThrownBy(
                        () -> context("OPENAI_API_KEY=" + KEY + "\u00a0" + KEY).close())
                .isInstanceOfSatisfying(RuntimeException.class, e -> assertThat(messages(e))
                        .contains("kongguard.llm.openai.api-key holds a character")
                        .doesNotContain(KEY));
    }

    private static String messages(Throwable thrown) {
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            messages.append(cause).append('\n');
        }
        return messages.toString();
    }

    private static AnnotationConfigApplicationContext context(String variables) {
        return context(variables, null);
    }

    private static AnnotationConfigApplicationContext context(String variables, @Nullable Reviewer other) {
        Map<String, Object> environment = new HashMap<>();
        for (String variable : variables.split(" ", -1)) {
            int equals = variable.indexOf('=');
            if (equals > 0) {
                environment.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        var context = new AnnotationConfigApplicationContext();
        var sources = context.getEnvironment().getPropertySources();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        sources.replace(name, new SystemEnvironmentPropertySource(name, environment));
        context.registerBean(InstantSource.class, () -> InstantSource.fixed(TestEvents.NOW));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        if (other != null) {
            context.registerBean("other", Reviewer.class, () -> other);
        }
        context.register(LlmConfiguration.class);
        context.refresh();
        return context;
    }
}
