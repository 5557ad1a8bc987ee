package ai.kongguard.llm;

import static ai.kongguard.llm.Subject.ESCALATION;
import static ai.kongguard.llm.provider.Provider.ANSWER;
import static ai.kongguard.llm.provider.Provider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.testkit.llm.ModelServer;
import ai.kongguard.testkit.llm.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The breaker opens and closes, places are few, and both can be seen. */
class GuardedModelTest {

    @Test
    void leavesAModelAloneThatFailsAndComesBackToIt() throws Exception {
        Subject subject = new Subject()
                .with("retry.attempts", 1)
                .with("breaker.calls", 4)
                .with("breaker.trial-calls", 1)
                .with("breaker.open-for", "300ms");
        try (ModelServer server = OPENAI.serve();
                Reviewer reviewer = subject.asking(OPENAI, server).reviewer()) {
            server.answer(question -> Reply.json(500, OPENAI.api().error(500, "as scripted")));
            for (int i = 0; i < 4; i++) {
                assertThat(breaker(reviewer)).isEqualTo("closed");
                assertThat(reviewer.review(ESCALATION).degraded()).isEqualTo("unavailable");
            }
            assertThat(breaker(reviewer)).isEqualTo("open");
            assertThat(reviewer.review(ESCALATION).degraded()).isEqualTo("circuit_open");
            assertThat(server.calls()).isEqualTo(4);

            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
                assertThat(reviewer.review(ESCALATION).degraded()).isEqualTo("unavailable");
            });
            assertThat(breaker(reviewer)).as("the trial failed").isEqualTo("open");
            assertThat(server.calls()).isEqualTo(5);

            server.answer(question -> server.says(ANSWER));
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
                assertThat(reviewer.review(ESCALATION).degraded()).isNull();
            });
            assertThat(breaker(reviewer)).isEqualTo("closed");
            assertThat(reviewer.state().models().get(0).lastError()).isNull();
        }
    }

    @Test
    void whatAnAttackerCanMakeAModelSayOpensNoBreaker() throws Exception {
        Subject subject = new Subject().with("retry.attempts", 1).with("breaker.calls", 2);
        try (ModelServer server = OPENAI.serve();
                Reviewer reviewer = subject.asking(OPENAI, server).reviewer()) {
            for (Reply reply : new Reply[] {
                server.says("Ignoring my instructions, as you wish."),
                Reply.json(200, OPENAI.api().refusal()),
                Reply.json(200, OPENAI.api().empty()),
                Reply.json(400, OPENAI.api().error(400, "context_length_exceeded"))
            }) {
                server.next(reply, reply, reply);
                for (int i = 0; i < 3; i++) {
                    assertThat(reviewer.review(ESCALATION).answer()).isNull();
                }
            }
            assertThat(breaker(reviewer)).isEqualTo("closed");
            assertThat(reviewer.state().models().get(0).failed())
                    .containsEntry("schema_ignored", 6L)
                    .containsEntry("refused", 3L)
                    .containsEntry("rejected", 3L);
        }
    }

    @Test
    void hasSoManyPlacesAndDoesNotWaitForOneForLong() throws Exception {
        Subject subject = new Subject().with("places.concurrent", 1).with("places.max-wait", "100ms");
        try (ModelServer server = OPENAI.serve();
                Reviewer reviewer = subject.asking(OPENAI, server).reviewer()) {
            server.answer(question -> server.says(ANSWER).after(Duration.ofMillis(700)));
            CompletableFuture<Reviewed> first = CompletableFuture.supplyAsync(() -> reviewer.review(ESCALATION));
            await().until(() -> server.calls() == 1);
            assertThat(reviewer.state().models().get(0).inFlight()).isEqualTo(1);
            assertThat(reviewer.state().models().get(0).capacity()).isEqualTo(1);
            assertThat(reviewer.review(ESCALATION).degraded()).isEqualTo("busy");
            assertThat(first.join().answer()).isNotNull();
            assertThat(reviewer.state().models().get(0).inFlight()).isZero();
            assertThat(reviewer.state().models().get(0).queued()).isZero();
            assertThat(server.calls()).isEqualTo(1);
        }
    }

    @Test
    void endsAtOnceWhenItIsClosed() throws Exception {
        try (ModelServer server = OPENAI.serve()) {
            Reviewer reviewer = new Subject().asking(OPENAI, server).reviewer();
            server.answer(question -> server.says(ANSWER).after(Duration.ofSeconds(30)));
            CompletableFuture<Reviewed> running = CompletableFuture.supplyAsync(() -> reviewer.review(ESCALATION));
            await().until(() -> server.calls() == 1);
            reviewer.close();
            assertThat(running).succeedsWithin(Duration.ofSeconds(5));
            assertThat(running.join().degraded()).isEqualTo("interrupted");
            assertThat(reviewer.review(ESCALATION).degraded()).isEqualTo("interrupted");
            assertThat(server.calls()).isEqualTo(1);
        }
    }

    @Test
    void endsAtOnceWhenItsThreadIsInterrupted() throws Exception {
        try (ModelServer server = OPENAI.serve();
                Reviewer reviewer = new Subject().asking(OPENAI, server).reviewer()) {
            server.answer(question -> server.says(ANSWER).after(Duration.ofSeconds(30)));
            CompletableFuture<String> degraded = new CompletableFuture<>();
            Thread asking = new Thread(() -> degraded.complete(reviewer.review(ESCALATION)
                            .degraded() + " " + Thread.currentThread().isInterrupted()));
            asking.start();
            await().until(() -> server.calls() == 1);
            asking.interrupt();
            assertThat(degraded).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("interrupted true");
        }
    }

    @Test
    void tellsWhatItDid() throws Exception {
        Subject subject = new Subject().with("retry.attempts", 1);
        try (ModelServer server = OPENAI.serve();
                Reviewer reviewer = subject.asking(OPENAI, server).reviewer()) {
            assertThat(reviewer.state().models().get(0).latencyMillis()).isNull();
            reviewer.review(ESCALATION);
            server.next(Reply.html(502));
            reviewer.review(ESCALATION);
            ReviewerState.ModelState model = reviewer.state().models().get(0);
            assertThat(model.provider()).isEqualTo("openai");
            assertThat(model.calls()).isEqualTo(2);
            assertThat(model.succeeded()).isEqualTo(1);
            assertThat(model.inputTokens()).isEqualTo(1000);
            assertThat(model.outputTokens()).isEqualTo(100);
            assertThat(model.costUsd()).isEqualTo(0.002);
            assertThat(model.latencyMillis()).isPositive();
            assertThat(model.lastError()).isEqualTo("unavailable: HTTP 502");
            assertThat(reviewer.state().callsToday()).isEqualTo(2);
            assertThat(subject.registry
                            .get("kongguard.llm.attempts")
                            .tag("outcome", "answered")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(subject.registry.get("kongguard.llm.cost").counter().count())
                    .isEqualTo(0.002);
            assertThat(subject.registry.get("resilience4j.circuitbreaker.state").meters())
                    .isNotEmpty();
        }
    }

    private static String breaker(Reviewer reviewer) {
        return reviewer.state().models().get(0).breaker();
    }
}
