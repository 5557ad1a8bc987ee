package ai.kongguard.analyzer.review;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.Escalation;
import ai.kongguard.event.ReviewNote;
import ai.kongguard.event.ThreatType;
import ai.kongguard.llm.Reviewed;
import ai.kongguard.llm.Reviewer;
import ai.kongguard.llm.ReviewerState;
import ai.kongguard.review.Answer;
import ai.kongguard.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Instances that share one log, and a clock that a test moves. */
class AskedOnceTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final List<ReviewNote> log = new ArrayList<>();
    private final List<AskedOnce> readers = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private Instant now = TestEvents.NOW;
    private boolean logIsAway;
    private Reviewed says = new Reviewed(new Answer(0.9, ThreatType.XSS, 0.9, "r"), "m/1", null, 10, 5, 0.1, 7);

    @Test
    void asksOnceAndRemembersForAllInstances() {
        AskedOnce one = instance("i1");
        AskedOnce other = instance("i2");
        ReviewNote answer = one.answerTo(escalation("e1")).join();
        assertThat(answer.eventId()).isEqualTo("e1");
        assertThat(answer.inputTokens()).isEqualTo(10);
        assertThat(other.answerTo(escalation("e2")).join()).isEqualTo(answer);
        assertThat(asked).containsExactly("e1");
        assertThat(other.counts().remembered()).isEqualTo(1);
        assertThat(one.counts().asked()).isEqualTo(1);
    }

    @Test
    void waitsForWhoeverClaimedFirst() {
        AskedOnce one = instance("i1");
        append(claim("i2", now));
        CompletableFuture<ReviewNote> answer = one.answerTo(escalation("e1"));
        one.tryAgain();
        assertThat(answer).isNotDone();
        append(answer("i2", "e9"));
        assertThat(answer.join().eventId()).isEqualTo("e9");
        assertThat(asked).isEmpty();
    }

    @Test
    void asksWhenTheClaimOfAnotherHasExpired() {
        AskedOnce one = instance("i1");
        append(claim("i2", now));
        CompletableFuture<ReviewNote> answer = one.answerTo(escalation("e1"));
        now = now.plusSeconds(31);
        one.tryAgain();
        assertThat(answer.join().instance()).isEqualTo("i1");
        assertThat(asked).containsExactly("e1");
    }

    @Test
    void theFirstOfTwoNewClaimsAsksWhenOneHasExpired() {
        AskedOnce one = instance("i1");
        append(claim("i2", now));
        CompletableFuture<ReviewNote> answer = one.answerTo(escalation("e1"));
        now = now.plusSeconds(31);
        append(claim("i3", now));
        one.tryAgain();
        assertThat(answer).isNotDone();
        assertThat(asked).isEmpty();
    }

    @Test
    void goesOnAtOnceWithAClaimFromBeforeItsOwnCrash() {
        append(claim("i1", now));
        AskedOnce again = instance("i1");
        assertThat(again.answerTo(escalation("e1")).join().instance()).isEqualTo("i1");
    }

    @Test
    void remembersShortlyThatNobodyAnswered() {
        AskedOnce one = instance("i1");
        says = new Reviewed(null, null, "circuit_open", 0, 0, null, 3);
        ReviewNote answer = one.answerTo(escalation("e1")).join();
        assertThat(answer.opinion()).isNull();
        assertThat(answer.degraded()).isEqualTo("circuit_open");
        one.answerTo(escalation("e2")).join();
        assertThat(asked).containsExactly("e1");
        now = now.plusSeconds(31);
        one.answerTo(escalation("e3")).join();
        assertThat(asked).containsExactly("e1", "e3");
    }

    @Test
    void remembersAFallbackForLessThanTheModelThatIsAskedFirst() {
        AskedOnce one = instance("i1");
        says = new Reviewed(new Answer(0.9, ThreatType.XSS, 0.9, "r"), "m/2", "timeout", 10, 5, 0.1, 7);
        one.answerTo(escalation("e1")).join();
        now = now.plus(Duration.ofMinutes(11));
        one.answerTo(escalation("e2")).join();
        assertThat(asked).containsExactly("e1", "e2");
    }

    @Test
    void asksNobodyUntilItsClaimIsStored() {
        AskedOnce one = instance("i1");
        logIsAway = true;
        CompletableFuture<ReviewNote> answer = one.answerTo(escalation("e1"));
        one.tryAgain();
        assertThat(answer).isNotDone();
        assertThat(asked).isEmpty();
        logIsAway = false;
        one.tryAgain();
        assertThat(answer.join().eventId()).isEqualTo("e1");
    }

    private AskedOnce instance(String name) {
        AskedOnce instance = new AskedOnce(
                new AskedOnce.Who("local", name, "p1"),
                new Fake(),
                note -> {
                    if (logIsAway) {
                        return CompletableFuture.failedFuture(new IllegalStateException("away"));
                    }
                    append(note);
                    return CompletableFuture.completedFuture(null);
                },
                new AskedOnce.Remembering(Duration.ofHours(12), Duration.ofMinutes(10), Duration.ofSeconds(30), 100),
                Runnable::run,
                () -> now);
        readers.add(instance);
        log.forEach(instance::read);
        return instance;
    }

    private void append(ReviewNote note) {
        log.add(note);
        readers.forEach(reader -> reader.read(note));
    }

    private static ReviewNote claim(String instance, Instant at) {
        return note(ReviewNote.Kind.CLAIM, instance, "e9", at, at.plusSeconds(30), null);
    }

    private ReviewNote answer(String instance, String eventId) {
        ReviewNote.Opinion opinion = new ReviewNote.Opinion(0.9, ThreatType.XSS, 0.9, "r");
        return note(ReviewNote.Kind.ANSWER, instance, eventId, now, now.plusSeconds(3_600), opinion);
    }

    private static ReviewNote note(
            ReviewNote.Kind kind,
            String instance,
            String eventId,
            Instant at,
            Instant until,
            ReviewNote.@Nullable Opinion opinion) {
        return new ReviewNote(
                1, kind, "key-1", "m/1", "p1", eventId, "local", instance, at, until, opinion, null, null, 0, 0, null,
                0);
    }

    private static Escalation escalation(String eventId) {
        return new Escalation(
                Escalation.SCHEMA,
                TestEvents.verdict(eventId, "203.0.113.1", "local", Action.MONITOR, ThreatType.XSS, TestEvents.NOW),
                "key-1",
                "undecided",
                false,
                1,
                List.of(),
                TestEvents.NOW);
    }

    private final class Fake implements Reviewer {

        @Override
        public Reviewed review(Escalation escalation) {
            asked.add(escalation.verdict().eventId());
            return says;
        }

        @Override
        public String model() {
            return "m/1";
        }

        @Override
        public long maxMillis() {
            return LONGEST.toMillis();
        }

        @Override
        public ReviewerState state() {
            return new ReviewerState(List.of(), 0, 0, 0, 0, 0, null);
        }

        @Override
        public void close() {}
    }
}
