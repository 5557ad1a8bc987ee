package ai.kongguard.analyzer.kafka;

import ai.kongguard.analyzer.AnalyzerMeters;
import ai.kongguard.analyzer.AnalyzerMeters.Reviewing;
import ai.kongguard.analyzer.review.AskedOnce;
import ai.kongguard.analyzer.review.RevisionMaker;
import ai.kongguard.event.Escalation;
import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done about escalations, from having received them to knowing how to acknowledge them. Thread-safe. */
public final class EscalationWork {

    private static final Logger LOG = LoggerFactory.getLogger(EscalationWork.class);

    private final String tier;
    private final AskedOnce asked;
    private final RevisionMaker maker;
    private final Revisions revisions;
    private final Producer<String, byte[]> producer;
    private final String deadLetterTopic;
    private final Executor writers;
    private final Duration deliveryTimeout;
    private final AnalyzerMeters meters;

    /**
     * @param deliveryTimeout after which the producer gives up, so that nothing is written when the lock has expired
     * @param writers look revisions up and write them; these may wait for Kafka, and not for a model
     */
    public EscalationWork(
            String tier,
            AskedOnce asked,
            RevisionMaker maker,
            Revisions revisions,
            Producer<String, byte[]> producer,
            String deadLetterTopic,
            Executor writers,
            Duration deliveryTimeout,
            AnalyzerMeters meters) {
        this.tier = tier;
        this.asked = asked;
        this.maker = maker;
        this.revisions = revisions;
        this.producer = producer;
        this.deadLetterTopic = deadLetterTopic;
        this.writers = writers;
        this.deliveryTimeout = deliveryTimeout;
        this.meters = meters;
    }

    private record Received(Held held, Escalation escalation) {}

    /** Begins to work on what came; {@code done} is called for each, on any thread. */
    void begin(List<Held> came, Runnable done) {
        List<Received> fresh = new ArrayList<>();
        List<Received> redelivered = new ArrayList<>();
        for (Held held : came) {
            try {
                Escalation escalation =
                        RecordCodec.ESCALATION.decode(held.record().value());
                if (escalation.verdict().tier().equals(tier)) {
                    (held.isRedelivered() ? redelivered : fresh).add(new Received(held, escalation));
                } else {
                    end(held, AcknowledgeType.ACCEPT, Reviewing.OTHER_TIER, done);
                }
            } catch (MalformedRecordException e) {
                deadLetter(held, e.reason(), done);
            }
        }
        fresh.forEach(received -> review(received, done));
        if (!redelivered.isEmpty()) {
            lookUp(redelivered, done);
        }
    }

    /** Whoever had these before may have been killed between writing and acknowledging. */
    private void lookUp(List<Received> redelivered, Runnable done) {
        List<Escalation> escalations =
                redelivered.stream().map(Received::escalation).toList();
        var unused = CompletableFuture.supplyAsync(() -> revisions.written(escalations), writers)
                .whenComplete((written, failure) -> {
                    for (Received received : redelivered) {
                        if (failure != null) {
                            giveBack(received.held, failure, done);
                        } else if (isIn(written, received)) {
                            end(received.held, AcknowledgeType.ACCEPT, Reviewing.ALREADY_REVISED, done);
                        } else {
                            review(received, done);
                        }
                    }
                });
    }

    private static boolean isIn(Set<Revisions.Id> written, Received received) {
        return written.contains(Revisions.Id.after(received.escalation.verdict()));
    }

    private void review(Received received, Runnable done) {
        var unused = asked.answerTo(received.escalation)
                .thenApplyAsync(answer -> maker.revise(received.escalation, answer), writers)
                .whenComplete((revision, failure) -> {
                    if (failure != null) {
                        LOG.warn(
                                "A revision of {} could not be made: dead-lettered",
                                received.escalation.verdict().eventId(),
                                failure);
                        deadLetter(received.held, "could not be revised: " + failure, done);
                    } else {
                        write(received.held, revision, done);
                    }
                });
    }

    private void write(Held held, Verdict revision, Runnable done) {
        if (!held.isLockedFor(deliveryTimeout)) {
            // Somebody else has it, or will, and finds the answer.
            held.lost();
            end(held, AcknowledgeType.RELEASE, Reviewing.GIVEN_BACK, done);
            return;
        }
        var unused = revisions.write(revision).whenComplete((written, failure) -> {
            if (failure == null) {
                end(held, AcknowledgeType.ACCEPT, Reviewing.REVISED, done);
            } else {
                giveBack(held, failure, done);
            }
        });
    }

    private void deadLetter(Held held, String reason, Runnable done) {
        var unused = Sending.stored(producer, DeadLetterRecords.of(held.record(), reason, deadLetterTopic))
                .whenComplete((written, failure) -> {
                    if (failure == null) {
                        end(held, AcknowledgeType.REJECT, Reviewing.DEAD_LETTERED, done);
                    } else {
                        giveBack(held, failure, done);
                    }
                });
    }

    private void giveBack(Held held, Throwable failure, Runnable done) {
        LOG.warn("Escalation {} is given back", DeadLetterRecords.position(held.record()), failure);
        end(held, AcknowledgeType.RELEASE, Reviewing.GIVEN_BACK, done);
    }

    private void end(Held held, AcknowledgeType type, Reviewing where, Runnable done) {
        held.ended(type);
        meters.reviewed(where);
        done.run();
    }
}
