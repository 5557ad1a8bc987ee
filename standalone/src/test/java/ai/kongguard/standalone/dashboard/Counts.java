package ai.kongguard.standalone.dashboard;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestTopics;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What one finds who counts the verdicts of the local tier himself.
 *
 * @param total events that have one
 * @param blocked those whose newest one asks for a block or a limit
 */
record Counts(long total, long blocked) {

    static Counts of(TestTopics topics) {
        Map<String, Verdict> newest = new HashMap<>();
        topics.readAll(Topics.VERDICTS).stream()
                .map(read -> RecordCodec.VERDICT.decode(read.value()))
                .filter(verdict -> verdict.tier().equals("local"))
                .forEach(verdict -> newest.merge(
                        verdict.eventId(), verdict, (one, other) -> one.revision() >= other.revision() ? one : other));
        long blocked = newest.values().stream()
                .filter(verdict -> verdict.action().blocks())
                .count();
        return new Counts(newest.size(), blocked);
    }

    long allowed() {
        return total - blocked;
    }

    /** As the page writes it. */
    static String written(long number) {
        return NumberFormat.getIntegerInstance(Locale.US).format(number);
    }

    /** A share from 0 to 1, as the page writes it. */
    static String percent(double share) {
        return String.format(Locale.US, "%.1f %%", share * 100);
    }
}
