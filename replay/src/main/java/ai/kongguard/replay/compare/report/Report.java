package ai.kongguard.replay.compare.report;

import ai.kongguard.recording.Manifest;
import ai.kongguard.recording.RecordingIndex;
import ai.kongguard.replay.compare.ComparedEvent;
import ai.kongguard.replay.compare.Comparison.Counts;
import ai.kongguard.replay.compare.Detector;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What two detectors decided differently. Says nothing of when, where or under which name it was made: the same
 * recording and detectors give the same bytes. One thread.
 */
public final class Report implements Consumer<ComparedEvent> {

    /** More models than this in recorded verdicts are not named. */
    private static final int MAX_MODELS = 16;

    /** How many events of each kind of change a report names, unless said otherwise. */
    public static final int NAMED_EVENTS = 10_000;

    private final Side base;
    private final Side candidate;
    private final SortedMap<Label, Row> rows = new TreeMap<>();
    private final Map<Change, Changed> changes = new EnumMap<>(Change.class);
    private @Nullable Source source;

    /** @param named how many events of each kind of change are named; the others are counted */
    public Report(Detector base, Detector candidate, int named) {
        this.base = new Side(base, new TreeSet<>());
        this.candidate = new Side(candidate, new TreeSet<>());
        for (Change change : Change.values()) {
            changes.put(change, new Changed(named));
        }
    }

    @Override
    public void accept(ComparedEvent event) {
        Label label = Label.of(event.headers());
        rows.computeIfAbsent(label, l -> new Row()).add(event.base(), event.candidate());
        base.saw(event.base().model());
        candidate.saw(event.candidate().model());
        Change change = Change.of(label, event.base(), event.candidate());
        if (change != null) {
            changed(change).add(label, event);
        }
    }

    /** Tells what was compared, when all of it was. */
    public void end(Manifest manifest, @Nullable RecordingIndex index, Counts counts) {
        source = new Source(manifest, index, counts);
    }

    Source source() {
        if (source == null) {
            throw new IllegalStateException("The comparison has not ended");
        }
        return source;
    }

    Side base() {
        return base;
    }

    Side candidate() {
        return candidate;
    }

    SortedMap<Label, Row> rows() {
        return Collections.unmodifiableSortedMap(rows);
    }

    Changed changed(Change change) {
        return changes.computeIfAbsent(change, c -> new Changed(0));
    }

    /** Events of which both opinions are known. */
    long events() {
        return rows.values().stream().mapToLong(Row::events).sum();
    }

    /** The rows of these labels together. */
    Totals totals(Predicate<Label> labels) {
        long events = 0;
        long stoppedByBase = 0;
        long stoppedByCandidate = 0;
        for (Map.Entry<Label, Row> row : rows.entrySet()) {
            if (labels.test(row.getKey())) {
                events += row.getValue().events();
                stoppedByBase += row.getValue().baseStopped();
                stoppedByCandidate += row.getValue().candidateStopped();
            }
        }
        return new Totals(events, stoppedByBase, stoppedByCandidate);
    }

    /** Events, and how many of them each detector stops. */
    record Totals(long events, long baseStopped, long candidateStopped) {}

    /** What was compared; the index is null when the file was cut off. */
    record Source(Manifest manifest, @Nullable RecordingIndex index, Counts counts) {}

    /** A detector, and the labels of the models that decided. */
    record Side(Detector detector, SortedSet<String> models) {

        private void saw(String model) {
            if (models.size() < MAX_MODELS) {
                models.add(model);
            }
        }

        /** For people, on one line. */
        String text() {
            if (detector instanceof Detector.Judging judging) {
                var policy = judging.policy();
                return judging.model().info().label() + ", block " + policy.block() + ", rate limit "
                        + policy.rateLimit() + ", monitor " + policy.monitor();
            }
            return "recorded verdicts of tier " + ((Detector.Recorded) detector).tier() + ", models "
                    + String.join(" ", models);
        }
    }
}
