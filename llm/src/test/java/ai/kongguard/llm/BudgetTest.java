package ai.kongguard.llm;

import static ai.kongguard.llm.Subject.ESCALATION;
import static ai.kongguard.llm.provider.Provider.GEMINI;
import static ai.kongguard.llm.provider.Provider.OLLAMA;
import static ai.kongguard.llm.provider.Provider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.llm.ModelServer;
import ai.kongguard.testkit.llm.Reply;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** No call is made that the budget does not hold, on whatever way it would come about. */
class BudgetTest {

    private Instant now = TestEvents.NOW;

    @Test
    void makesNoCallOverTheCallsOfAMinuteAndGoesOnInTheNext() throws Exception {
        try (ModelServer server = OPENAI.serve();
                Reviewer reviewer = subject()
                        .asking(OPENAI, server)
                        .with("budget.calls-per-minute", 2)
                        .reviewer()) {
            assertThat(reviewer.review(ESCALATION).degraded()).isNull();
            assertThat(reviewer.review(ESCALATION).degraded()).isNull();
            Reviewed over = reviewer.review(ESCALATION);
            assertThat(over.degraded()).isEqualTo("budget");
            assertThat(over.answer()).isNull();
            assertThat(over.costUsd()).isZero();
            assertThat(server.calls()).isEqualTo(2);
            assertThat(reviewer.state().callsThisMinute()).isEqualTo(2);

            now = now.plus(Duration.ofMinutes(1));
            assertThat(reviewer.state().callsThisMinute()).isZero();
            assertThat(reviewer.review(ESCALATION).degraded()).isNull();
            assertThat(reviewer.state().callsToday()).isEqualTo(3);
        }
    }

    @Test
    void makesNoCallOverTheCallsOfADay() throws Exception {
        try (ModelServer server = OPENAI.serve();
                Reviewer reviewer = subject()
                        .asking(OPENAI, server)
                        .with("budget.calls-per-day", 1)
                        .reviewer()) {
            reviewer.review(ESCALATION);
            now = now.plus(Duration.ofMinutes(5));
            assertThat(reviewer.review(ESCALATION).degraded()).isEqualTo("budget");
            now = now.plus(Duration.ofDays(1));
            assertThat(reviewer.review(ESCALATION).degraded()).isNull();
            assertThat(server.calls()).isEqualTo(2);
        }
    }

    @Test
    void countsAttemptsAndFallbacks() throws Exception {
        try (ModelServer server = OPENAI.serve();
                ModelServer other = GEMINI.serve();
                Reviewer reviewer = subject()
                        .asking(OPENAI, server)
                        .asking(GEMINI, other)
                        .with("budget.calls-per-minute", 2)
                        .reviewer()) {
            server.answer(question -> Reply.html(503));
            assertThat(reviewer.review(ESCALATION).degraded()).isEqualTo("budget");
            assertThat(server.calls()).isEqualTo(2);
            assertThat(other.calls()).isZero();
        }
    }

    @Test
    void reservesTheMostThatACallCanCostAndSettlesWhatItDid() throws Exception {
        // At most 1024 tokens out at 10 USD a million, and some hundreds in: more than 0.010, and 0.002 when it is
        // known.
        try (ModelServer server = OPENAI.serve();
                Reviewer reviewer = subject()
                        .asking(OPENAI, server)
                        .with("budget.cost-per-day", 0.0135)
                        .reviewer()) {
            reviewer.review(ESCALATION);
            assertThat(reviewer.state().costToday()).isCloseTo(0.002, within(1e-9));
            reviewer.review(ESCALATION);
            assertThat(reviewer.review(ESCALATION).degraded())
                    .as("0.004 and more than 0.010")
                    .isEqualTo("budget");
            assertThat(server.calls()).isEqualTo(2);
            assertThat(reviewer.state().costPerDay()).isEqualTo(0.0135);
        }
    }

    @Test
    void keepsTheCostOfAMinuteToo() throws Exception {
        try (ModelServer server = OPENAI.serve();
                Reviewer reviewer = subject()
                        .asking(OPENAI, server)
                        .with("budget.cost-per-minute", 0.012)
                        .reviewer()) {
            reviewer.review(ESCALATION);
            assertThat(reviewer.review(ESCALATION).degraded()).isEqualTo("budget");
            now = now.plus(Duration.ofMinutes(1));
            assertThat(reviewer.review(ESCALATION).degraded()).isNull();
        }
    }

    @Test
    void keepsWhatWasReservedForACallThatMayHaveBeenCharged() throws Exception {
        try (ModelServer server = OPENAI.serve();
                Reviewer reviewer = subject().asking(OPENAI, server).reviewer()) {
            server.next(Reply.json(401, OPENAI.api().error(401, "no")));
            reviewer.review(ESCALATION);
            assertThat(reviewer.state().costToday()).isZero();
            server.next(Reply.json(200, OPENAI.api().refusal()));
            reviewer.review(ESCALATION);
            assertThat(reviewer.state().costToday()).isGreaterThan(0.010);
        }
    }

    @Test
    void asksAModelWithoutPriceWhenTheMoneyIsSpent() throws Exception {
        try (ModelServer server = OPENAI.serve();
                ModelServer local = OLLAMA.serve();
                Reviewer reviewer = subject()
                        .asking(OPENAI, server)
                        .asking(OLLAMA, local)
                        .with("ollama.model", "local-1")
                        .with("budget.cost-per-day", 0.001)
                        .reviewer()) {
            Reviewed reviewed = reviewer.review(ESCALATION);
            assertThat(reviewed.model()).isEqualTo("ollama/local-1");
            assertThat(reviewed.degraded()).isEqualTo("budget");
            assertThat(reviewed.costUsd())
                    .as("nobody knows what the local machine costs")
                    .isNull();
            assertThat(server.calls()).isZero();
        }
    }

    @Test
    void givesNoMinuteOutTwiceWhenTheClockIsSetBack() {
        Budget budget = new Budget(new Budget.Limits(1, 100, null, null), () -> now);
        assertThat(budget.reserve(0)).isNotNull();
        now = now.minus(Duration.ofMinutes(3));
        assertThat(budget.reserve(0)).isNull();
        now = now.plus(Duration.ofMinutes(4));
        assertThat(budget.reserve(0)).isNotNull();
    }

    private Subject subject() {
        return new Subject().at(() -> now);
    }
}
