package ai.kongguard.llm;

import ai.kongguard.event.Action;
import ai.kongguard.event.Escalation;
import ai.kongguard.event.ThreatType;
import ai.kongguard.llm.provider.Provider;
import ai.kongguard.review.Answer;
import ai.kongguard.review.UnusableAnswerException;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.llm.ModelServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reviewer under test, with short waits; a test changes what it is about. */
final class Subject {

    /** What every reviewer here is asked about. */
    static final Escalation ESCALATION = new Escalation(
            Escalation.SCHEMA,
            TestEvents.verdict("e1", "203.0.113.7", "local", Action.MONITOR, ThreatType.SQL_INJECTION, TestEvents.NOW),
            "key-1",
            "the score is undecided",
            false,
            3,
            List.of(),
            TestEvents.NOW);

    private static final Set<String> FIELDS = Set.of("score", "threat_type", "confidence", "reasoning");

    private final Map<String, String> properties = new LinkedHashMap<>(Map.of(
            "kongguard.llm.timeout", "10s",
            "kongguard.llm.total-timeout", "20s",
            "kongguard.llm.retry.first-wait", "20ms",
            "kongguard.llm.retry.max-wait", "100ms",
            "kongguard.llm.prices", "model-1=1/10"));

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private InstantSource clock = InstantSource.system();

    /** Asks this one, after those that were named before. */
    Subject asking(Provider provider, ModelServer server) {
        String prefix = "kongguard.llm." + provider.id();
        properties.merge("kongguard.llm.providers", provider.id(), (before, now) -> before + "," + now);
        properties.put(prefix + ".base-url", server.baseUrl());
        properties.put(prefix + ".api-key", provider == Provider.OLLAMA ? "" : Provider.KEY);
        properties.put(prefix + ".model", "model-1");
        properties.put(prefix + ".temperature", "0");
        return this;
    }

    /** Sets a property below {@code kongguard.llm}. */
    Subject with(String name, Object value) {
        properties.put("kongguard.llm." + name, value.toString());
        return this;
    }

    Subject at(InstantSource time) {
        clock = time;
        return this;
    }

    LlmProperties properties() {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("kongguard.llm", LlmProperties.class)
                .get();
    }

    ConfiguredReviewer configured() {
        return Reviewers.create(properties(), (escalation, shownTo) -> Provider.PROMPT, Subject::read, registry, clock);
    }

    Reviewer reviewer() {
        return Objects.requireNonNull(configured().reviewer());
    }

    /** As strict as what it stands in for, on what these tests send. */
    private static Answer read(String text) throws UnusableAnswerException {
        JsonNode root = json(text);
        if (root == null || !root.isObject() || !FIELDS.equals(Set.copyOf(root.propertyNames()))) {
            throw new UnusableAnswerException("The answer is not what was asked for");
        }
        return new Answer(
                root.path("score").asDouble(),
                ThreatType.SQL_INJECTION,
                root.path("confidence").asDouble(),
                root.path("reasoning").asString());
    }

    @Nullable private static JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException notJson) {
            // Told to the caller by null.
            return null;
        }
    }
}
