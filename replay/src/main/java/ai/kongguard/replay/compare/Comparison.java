package ai.kongguard.replay.compare;

import ai.kongguard.detect.Judge;
import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.recording.DamagedRecordingException;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.Recording;
import ai.kongguard.recording.RecordingReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a recording through two detectors, once, in bounded memory. Both see the same events and the same behaviour of
 * clients; record headers are passed on unread. One thread.
 */
public final class Comparison {

    /** Of events and verdicts that wait for each other; in a recording they lie close together. */
    private static final int WAITING = 100_000;

    private final Detector base;
    private final Detector candidate;
    private final EventJudges judges;
    private final Pairs pairs;
    private long records;
    private long malformed;
    private long copies;
    private @Nullable String damage;

    /**
     * @param each gets the events of which both opinions are known, in an order that is the same every time
     */
    public Comparison(Detector base, Detector candidate, Consumer<ComparedEvent> each) {
        this.base = base;
        this.candidate = candidate;
        this.judges = new EventJudges(Arrays.asList(judge(base), judge(candidate)));
        this.pairs = new Pairs(WAITING, each);
    }

    /**
     * Compares all that is sound; damage ends it and is told by the counts.
     *
     * @param progress gets the number of records read, after each
     */
    public Counts run(Recording recording, LongConsumer progress) throws IOException {
        try (RecordingReader reader = recording.read()) {
            for (RecordedRecord record = reader.next(); record != null; record = reader.next()) {
                take(record, records);
                records++;
                progress.accept(records);
            }
        } catch (DamagedRecordingException e) {
            damage = e.getMessage();
        }
        pairs.end();
        return new Counts(records, malformed, copies, pairs.eventsGivenUp(), pairs.verdictsGivenUp(), damage);
    }

    private void take(RecordedRecord record, long number) {
        try {
            if (record.topic().equals(Topics.TRAFFIC.name())) {
                TrafficEvent event = RecordCodec.TRAFFIC_EVENT.decode(record.value());
                List<@Nullable Opinion> opinions = judges.judge(record.partition(), number, event);
                if (opinions == null) {
                    copies++;
                } else {
                    pairs.event(event.eventId(), number, record.headers(), opinions.get(0), opinions.get(1));
                }
            } else if (record.topic().equals(Topics.VERDICTS.name())) {
                verdict(record);
            }
        } catch (MalformedRecordException e) {
            malformed++;
        }
    }

    private void verdict(RecordedRecord record) {
        if (base instanceof Detector.Judging && candidate instanceof Detector.Judging) {
            return;
        }
        Verdict verdict = RecordCodec.VERDICT.decode(record.value());
        boolean ofBase = isOf(verdict, base);
        boolean ofCandidate = isOf(verdict, candidate);
        if (ofBase || ofCandidate) {
            pairs.verdict(verdict.eventId(), ofBase, ofCandidate, Opinion.of(verdict));
        }
    }

    private static boolean isOf(Verdict verdict, Detector detector) {
        return detector instanceof Detector.Recorded recorded
                && recorded.tier().equals(verdict.tier())
                && verdict.revision() == 0;
    }

    private static @Nullable Judge judge(Detector detector) {
        return detector instanceof Detector.Judging judging ? Judge.of(judging.model(), judging.policy()) : null;
    }

    /**
     * What became of the records.
     *
     * @param records that were read
     * @param malformed traffic and verdicts that are no JSON of ours, or lack what they need
     * @param copies traffic whose event came before
     * @param eventsWithoutVerdict that a recorded tier said nothing of
     * @param verdictsWithoutEvent whose event is not in the recording
     * @param damage what ended the reading before the end of the file, and at which record; null when nothing did
     */
    public record Counts(
            long records,
            long malformed,
            long copies,
            long eventsWithoutVerdict,
            long verdictsWithoutEvent,
            @Nullable String damage) {}
}
