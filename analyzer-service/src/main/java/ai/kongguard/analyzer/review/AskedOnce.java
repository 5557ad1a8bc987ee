package ai.kongguard.analyzer.review;

import ai.kongguard.event.Escalation;
import ai.kongguard.event.ReviewNote;
import ai.kongguard.event.ReviewNote.Kind;
import ai.kongguard.llm.Reviewed;
import ai.kongguard.llm.Reviewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has each payload asked about once, by one of all instances: to ask, an instance writes a claim and waits until it
 * reads it back. The first unexpired claim of a key in the order of the log may ask; the others wait for the answer, or
 * for the claim to expire. Thread-safe.
 */
public final class AskedOnce {

    private static final Logger LOG = LoggerFactory.getLogger(AskedOnce.class);

    /** Notes are written and read back within this, or another attempt follows. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Who who;
    private final Reviewer reviewer;
    private final ReviewNotes notes;
    private final ReviewMemory memory;
    private final NoteMaker maker;
    private final Executor askers;
    private final InstantSource clock;
    private final Map<String, Question> open = new ConcurrentHashMap<>();
    private final LongAdder asked = new LongAdder();
    private final LongAdder remembered = new LongAdder();
    private final LongAdder waited = new LongAdder();

    /**
     * Who asks.
     *
     * @param tier of the reviewer
     * @param instance unique among the reviewers of all tiers, and the same after a restart
     * @param promptVersion of what is asked
     */
    public record Who(String tier, String instance, String promptVersion) {}

    /**
     * How long is remembered what, and how much.
     *
     * @param answers of the model that is asked first
     * @param fallbacks answers of others
     * @param failures that nobody answered
     * @param maxKeys payloads at once
     */
    public record Remembering(Duration answers, Duration fallbacks, Duration failures, int maxKeys) {}

    private static final class Question {
        private final Escalation escalation;
        private final CompletableFuture<ReviewNote> answer = new CompletableFuture<>();
        private final AtomicBoolean competes = new AtomicBoolean();
        private volatile @Nullable CompletableFuture<Boolean> turn;

        Question(Escalation escalation) {
            this.escalation = escalation;
        }
    }

    /** {@code askers} runs as many questions side by side as it has threads. */
    public AskedOnce(
            Who who,
            Reviewer reviewer,
            ReviewNotes notes,
            Remembering remembering,
            Executor askers,
            InstantSource clock) {
        this.who = who;
        this.reviewer = reviewer;
        this.notes = notes;
        this.memory = new ReviewMemory(remembering.maxKeys());
        this.maker = new NoteMaker(who, reviewer, remembering);
        this.askers = askers;
        this.clock = clock;
    }

    /** What is answered about this payload, asked for this event or for another. */
    public CompletableFuture<ReviewNote> answerTo(Escalation escalation) {
        String key = maker.key(escalation);
        ReviewNote known = memory.answer(key, clock.instant());
        if (known != null) {
            remembered.increment();
            return CompletableFuture.completedFuture(known);
        }
        Question mine = new Question(escalation);
        Question question = open.computeIfAbsent(key, absent -> mine);
        if (question == mine) {
            compete(key, question);
        } else {
            waited.increment();
        }
        return question.answer.copy();
    }

    /** A note was read from the log; called in its order. */
    public void read(ReviewNote note) {
        memory.read(note);
        Question question = open.get(note.key());
        if (question == null) {
            return;
        }
        Instant now = clock.instant();
        ReviewNote answer = memory.answer(note.key(), now);
        if (answer != null) {
            finish(note.key(), question, answer);
        } else if (note.kind() == Kind.CLAIM && note.instance().equals(who.instance())) {
            CompletableFuture<Boolean> turn = question.turn;
            if (turn != null) {
                turn.complete(isMine(memory.claim(note.key(), now)));
            }
        }
    }

    /** Questions whose claim has expired, or that failed, are tried again; to be called about twice a second. */
    public void tryAgain() {
        Instant now = clock.instant();
        open.forEach((key, question) -> {
            ReviewNote holder = memory.claim(key, now);
            if (holder == null || isMine(holder)) {
                compete(key, question);
            }
        });
    }

    /** How often an answer was there already. */
    public Counts counts() {
        return new Counts(memory.size(), asked.sum(), remembered.sum(), waited.sum());
    }

    /**
     * Since this was made.
     *
     * @param answers remembered now
     * @param asked questions put to a model
     * @param remembered events whose answer was known
     * @param waited events that waited for an answer
     */
    public record Counts(long answers, long asked, long remembered, long waited) {}

    private void compete(String key, Question question) {
        if (question.competes.compareAndSet(false, true)) {
            askers.execute(() -> {
                try {
                    takeTurn(key, question);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (ExecutionException | TimeoutException | RuntimeException e) {
                    LOG.warn("A question about {} did not come to its turn: it is tried again", key, e);
                } finally {
                    question.competes.set(false);
                }
            });
        }
    }

    private void takeTurn(String key, Question question)
            throws InterruptedException, ExecutionException, TimeoutException {
        Instant now = clock.instant();
        ReviewNote answer = memory.answer(key, now);
        if (answer != null) {
            finish(key, question, answer);
            return;
        }
        ReviewNote holder = memory.claim(key, now);
        if (question.answer.isDone() || (holder != null && !isMine(holder))) {
            return;
        }
        CompletableFuture<Boolean> turn = new CompletableFuture<>();
        question.turn = turn;
        notes.write(maker.claim(question.escalation, now)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        var unused = question.answer.whenComplete((answered, failure) -> turn.complete(false));
        if (!turn.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
        }
        ReviewNote heard = ask(question.escalation);
        if (Thread.currentThread().isInterrupted()) {
            // This analyzer stops: that nobody answered is no answer for the others.
            return;
        }
        // Events that wait here need not wait for the log.
        memory.read(heard);
        finish(key, question, heard);
        var unusedWrite = notes.write(heard).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warn("An answer about {} could not be written down: others ask again", key, failure);
            }
        });
    }

    private ReviewNote ask(Escalation escalation) {
        asked.increment();
        Reviewed reviewed;
        try {
            reviewed = reviewer.review(escalation);
        } catch (RuntimeException e) {
            LOG.error("The reviewer of {} failed, which it never should", escalation.reviewKey(), e);
            reviewed = new Reviewed(null, null, "failed", 0, 0, null, 0);
        }
        return maker.answer(escalation, reviewed, clock.instant());
    }

    private void finish(String key, Question question, ReviewNote answer) {
        open.remove(key, question);
        question.answer.complete(answer);
    }

    private boolean isMine(@Nullable ReviewNote claim) {
        return claim != null && claim.instance().equals(who.instance());
    }
}
