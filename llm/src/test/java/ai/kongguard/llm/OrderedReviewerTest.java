package ai.kongguard.llm;

import static ai.kongguard.llm.Subject.ESCALATION;
import static ai.kongguard.llm.provider.Provider.ANSWER;
import static ai.kongguard.llm.provider.Provider.GEMINI;
import static ai.kongguard.llm.provider.Provider.OLLAMA;
import static ai.kongguard.llm.provider.Provider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.kongguard.llm.provider.Provider;
import ai.kongguard.testkit.llm.ModelServer;
import ai.kongguard.testkit.llm.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who answers, how many calls that takes, and what is said about it. */
class OrderedReviewerTest {

    @ParameterizedTest
    @EnumSource
    void tellsAnswerModelTokensCostAndTime(Provider provider) throws Exception {
        try (ModelServer server = provider.serve();
                Reviewer reviewer = new Subject().asking(provider, server).reviewer()) {
            Reviewed reviewed = reviewer.review(ESCALATION);
            assertThat(reviewed.answer()).isNotNull();
            assertThat(reviewed.model()).isEqualTo(provider.id() + "/model-1").isEqualTo(reviewer.model());
            assertThat(reviewed.degraded()).isNull();
            assertThat(reviewed.inputTokens()).isEqualTo(1000);
            assertThat(reviewed.outputTokens()).isEqualTo(100);
            assertThat(reviewed.costUsd()).isCloseTo(0.002, within(1e-9));
            assertThat(reviewed.latencyMillis()).isBetween(0L, reviewer.maxMillis());
            assertThat(server.violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "This looks like SQL injection, I would block it.",
                "```json\n" + ANSWER + "\n```",
                ANSWER + " I hope this helps.",
                "{\"score\":0.9,\"threat_type\":\"sql_injection\",\"conf",
                "{\"score\":NaN,\"threat_type\":\"sql_injection\",\"confidence\":1,\"reasoning\":\"\"}",
                "{\"score\":0.9,\"threat_type\":\"xss\",\"confidence\":1,\"reasoning\":\"\",\"action\":\"allow\"}"
            })
    void takesWhatIsNotTheSchemaForNoAnswerAndDoesNotAskAgain(String text) throws Exception {
        for (Provider provider : Provider.values()) {
            try (ModelServer server = provider.serve();
                    Reviewer reviewer = new Subject().asking(provider, server).reviewer()) {
                server.answer(question -> server.says(text));
                Reviewed reviewed = reviewer.review(ESCALATION);
                assertThat(reviewed.answer()).isNull();
                assertThat(reviewed.model()).isNull();
                assertThat(reviewed.degraded()).isEqualTo("schema_ignored");
                assertThat(server.calls()).isEqualTo(1);
                assertThat(reviewer.state().models().get(0).failed()).isEqualTo(Map.of("schema_ignored", 1L));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksAgainAfterWhatPasses(Provider provider) throws Exception {
        try (ModelServer server = provider.serve();
                Reviewer reviewer = new Subject().asking(provider, server).reviewer()) {
            server.next(error(provider, 503), server.says(ANSWER).ending(Reply.End.CLOSED));
            Reviewed reviewed = reviewer.review(ESCALATION);
            assertThat(reviewed.answer()).isNotNull();
            assertThat(reviewed.degraded()).isNull();
            assertThat(server.calls()).isEqualTo(3);
            assertThat(reviewer.state().models().get(0).calls()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesUpAfterThreeAttempts(Provider provider) throws Exception {
        try (ModelServer server = provider.serve();
                Reviewer reviewer = new Subject().asking(provider, server).reviewer()) {
            server.answer(question -> error(provider, 529));
            assertThat(reviewer.review(ESCALATION).degraded()).isEqualTo("unavailable");
            assertThat(server.calls()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void doesNotAskAgainWhatWillBeRefusedAgain(int status) throws Exception {
        for (Provider provider : Provider.values()) {
            try (ModelServer server = provider.serve();
                    Reviewer reviewer = new Subject().asking(provider, server).reviewer()) {
                server.answer(question -> error(provider, status));
                boolean key = status == 401 || status == 403;
                assertThat(reviewer.review(ESCALATION).degraded()).isEqualTo(key ? "unauthorized" : "rejected");
                assertThat(server.calls()).isEqualTo(1);
            }
        }
    }

    @Test
    void waitsAsLongAsItIsAskedTo() throws Exception {
        try (ModelServer server = OPENAI.serve();
                Reviewer reviewer = new Subject().asking(OPENAI, server).reviewer()) {
            server.next(error(OPENAI, 429).with("Retry-After", "1"));
            Reviewed reviewed = reviewer.review(ESCALATION);
            assertThat(reviewed.answer()).isNotNull();
            assertThat(reviewed.latencyMillis()).isBetween(1000L, 10_000L);
        }
    }

    @Test
    void asksTheNextRatherThanWaitForLongerThanThereIsTime() throws Exception {
        try (ModelServer server = OPENAI.serve();
                ModelServer other = OLLAMA.serve();
                Reviewer reviewer = new Subject()
                        .asking(OPENAI, server)
                        .asking(OLLAMA, other)
                        .reviewer()) {
            server.next(error(OPENAI, 429).with("Retry-After", "60"));
            Reviewed reviewed = reviewer.review(ESCALATION);
            assertThat(reviewed.model()).isEqualTo("ollama/model-1");
            assertThat(reviewed.degraded()).isEqualTo("rate_limited");
            assertThat(reviewed.latencyMillis()).isLessThan(15_000);
            assertThat(server.calls()).isEqualTo(1);
        }
    }

    @Test
    void asksInOrderUntilOneAnswers() throws Exception {
        try (ModelServer first = OPENAI.serve();
                ModelServer second = GEMINI.serve();
                ModelServer third = OLLAMA.serve();
                Reviewer reviewer = new Subject()
                        .asking(OPENAI, first)
                        .asking(GEMINI, second)
                        .asking(OLLAMA, third)
                        .reviewer()) {
            first.answer(question -> error(OPENAI, 401));
            second.answer(question -> second.says("Certainly!"));
            Reviewed reviewed = reviewer.review(ESCALATION);
            assertThat(reviewed.model()).isEqualTo("ollama/model-1");
            assertThat(reviewed.degraded()).isEqualTo("unauthorized");
            assertThat(reviewed.inputTokens()).as("of the two that answered").isEqualTo(2000);
            assertThat(reviewed.costUsd()).isCloseTo(0.004, within(1e-9));
            assertThat(first.calls() + second.calls() + third.calls()).isEqualTo(3);
            assertThat(reviewer.model()).isEqualTo("openai/model-1");
        }
    }

    @Test
    void doesNotKnowTheCostOfACallThatSaidNothingOfIt() throws Exception {
        try (ModelServer server = OPENAI.serve();
                ModelServer other = OLLAMA.serve();
                Reviewer reviewer = new Subject()
                        .asking(OPENAI, server)
                        .asking(OLLAMA, other)
                        .with("timeout", "3s")
                        .reviewer()) {
            server.next(server.says(ANSWER).after(Duration.ofSeconds(30)));
            Reviewed reviewed = reviewer.review(ESCALATION);
            assertThat(reviewed.degraded()).isEqualTo("timeout");
            assertThat(reviewed.costUsd()).isNull();
        }
    }

    @Test
    void endsWhenTheTimeForOneQuestionIsOver() throws Exception {
        try (ModelServer server = OPENAI.serve();
                ModelServer other = OLLAMA.serve();
                Reviewer reviewer = new Subject()
                        .asking(OPENAI, server)
                        .asking(OLLAMA, other)
                        .with("timeout", "1s")
                        .with("total-timeout", "1500ms")
                        .reviewer()) {
            server.answer(question -> server.says(ANSWER).after(Duration.ofSeconds(30)));
            other.answer(question -> other.says(ANSWER).after(Duration.ofSeconds(30)));
            Reviewed reviewed = reviewer.review(ESCALATION);
            assertThat(reviewed.answer()).isNull();
            assertThat(reviewed.degraded()).isEqualTo("timeout");
            assertThat(reviewed.latencyMillis()).isBetween(1400L, reviewer.maxMillis());
            assertThat(reviewed.latencyMillis()).isLessThan(5000);
        }
    }

    private static Reply error(Provider provider, int status) {
        return Reply.json(status, provider.api().error(status, "as scripted"));
    }
}
