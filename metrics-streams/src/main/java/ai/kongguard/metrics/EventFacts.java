package ai.kongguard.metrics;

import ai.kongguard.event.Action;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.ThreatType;

/**
 * The bits in which an {@link EventTable} keeps what is known of an event. Facts, from the lowest bit: second 32, ground
 * truth 2, its type 6, feedback 2, whether the traffic was seen, whether an alert was raised, run 12. A verdict, from the
 * lowest bit: confidence 14, score 14, milliseconds it took 21, revision 6, type 6, action 2; the highest says there is one.
 */
final class EventFacts {

    /** Verdicts of one event that there is room for, one per tier. */
    static final int MAX_TIERS = 4;

    /** Runs that can be told apart at a time, numbered from 1. */
    static final int MAX_RUNS = 4095;

    static final int UNKNOWN = 0;
    static final int BENIGN = 1;
    static final int ATTACK = 2;

    private static final ThreatType[] TYPES = ThreatType.values();
    private static final Action[] ACTIONS = Action.values();
    /** Scores and confidences are kept, and added up, in so many parts of one. */
    static final int UNIT = 10_000;

    private static final int MAX_REVISION = 63;
    private static final int MAX_MILLIS = (1 << 21) - 1;

    private EventFacts() {}

    static long second(long facts) {
        return facts & 0xffff_ffffL;
    }

    static long withSecond(long facts, long second) {
        return (facts & ~0xffff_ffffL) | (second & 0xffff_ffffL);
    }

    static int truth(long facts) {
        return bits(facts, 32, 2);
    }

    static ThreatType truthType(long facts) {
        return TYPES[bits(facts, 34, 6)];
    }

    static long withTruth(long facts, int label, ThreatType type) {
        return with(with(facts, 32, 2, label), 34, 6, type.ordinal());
    }

    static int feedback(long facts) {
        return bits(facts, 40, 2);
    }

    static long withFeedback(long facts, int label) {
        return with(facts, 40, 2, label);
    }

    /** What the event is, as far as known; an operator is right. */
    static int label(long facts) {
        return feedback(facts) == UNKNOWN ? truth(facts) : feedback(facts);
    }

    static boolean trafficSeen(long facts) {
        return bits(facts, 42, 1) == 1;
    }

    static long withTrafficSeen(long facts) {
        return with(facts, 42, 1, 1);
    }

    static boolean alerted(long facts) {
        return bits(facts, 43, 1) == 1;
    }

    static long withAlerted(long facts) {
        return with(facts, 43, 1, 1);
    }

    /** Number of the run, 0 for none. */
    static int run(long facts) {
        return bits(facts, 44, 12);
    }

    static long withRun(long facts, int run) {
        return with(facts, 44, 12, run);
    }

    /** The word in which an event's verdict of a tier is kept, by the tier's number; 0 when there is none. */
    static int word(int tier) {
        return 2 + tier;
    }

    /** What is kept of a verdict; {@code score} and {@code confidence} in parts of {@link #UNIT}. */
    static long verdict(Action action, ThreatType type, int revision, long millis, int score, int confidence) {
        return 1L << 63
                | (long) action.ordinal() << 61
                | (long) type.ordinal() << 55
                | (long) Math.min(revision, MAX_REVISION) << 49
                | Math.min(millis, MAX_MILLIS) << 28
                | (long) score << 14
                | confidence;
    }

    static boolean isPresent(long verdict) {
        return verdict < 0;
    }

    static Action action(long verdict) {
        return ACTIONS[bits(verdict, 61, 2)];
    }

    static ThreatType type(long verdict) {
        return TYPES[bits(verdict, 55, 6)];
    }

    static int revision(long verdict) {
        return bits(verdict, 49, 6);
    }

    static long millis(long verdict) {
        return bits(verdict, 28, 21);
    }

    static int score(long verdict) {
        return bits(verdict, 14, 14);
    }

    static int confidence(long verdict) {
        return bits(verdict, 0, 14);
    }

    /** A number from 0 to 1 in parts of {@link #UNIT}. */
    static int parts(double unit) {
        return (int) Math.round(unit * UNIT);
    }

    /** In which tenth a score in parts of {@link #UNIT} lies, from 0; the last one includes its end. */
    static int scoreRange(int score) {
        return Math.min(score / (UNIT / MetricsWindow.SCORE_RANGES), MetricsWindow.SCORE_RANGES - 1);
    }

    private static int bits(long word, int from, int count) {
        return (int) (word >>> from) & ((1 << count) - 1);
    }

    private static long with(long word, int from, int count, int value) {
        long mask = ((1L << count) - 1) << from;
        return (word & ~mask) | (((long) value << from) & mask);
    }
}
