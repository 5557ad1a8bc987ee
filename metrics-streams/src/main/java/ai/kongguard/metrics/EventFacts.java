package ai.kongguard.metrics;

import ai.kongguard.event.Action;
import ai.kongguard.event.ThreatType;

/**
 * The bits in which an {@link EventTable} keeps what is known of an event. Facts, from the lowest bit: second 32, ground
 * truth 2, its type 6, feedback 2, whether the traffic was seen, whether an alert was raised, run 12. A verdict takes 32
 * bits: milliseconds it took 17, revision 6, type 6, action 2, and 1 that says there is one.
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
    private static final int MAX_REVISION = 63;
    private static final int MAX_MILLIS = (1 << 17) - 1;

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

    /** The verdict of a tier, by the tier's number, in the two words of an event's verdicts; 0 when there is none. */
    static int verdict(long word, int tier) {
        return (int) (word >>> (tier % 2 * 32));
    }

    static long withVerdict(long word, int tier, int verdict) {
        int shift = tier % 2 * 32;
        return (word & ~(0xffff_ffffL << shift)) | ((verdict & 0xffff_ffffL) << shift);
    }

    static int verdict(Action action, ThreatType type, int revision, long millis) {
        return 1 << 31
                | action.ordinal() << 29
                | type.ordinal() << 23
                | Math.min(revision, MAX_REVISION) << 17
                | (int) Math.min(millis, MAX_MILLIS);
    }

    static boolean isPresent(int verdict) {
        return verdict < 0;
    }

    static Action action(int verdict) {
        return ACTIONS[(verdict >>> 29) & 3];
    }

    static ThreatType type(int verdict) {
        return TYPES[(verdict >>> 23) & 63];
    }

    static int revision(int verdict) {
        return (verdict >>> 17) & MAX_REVISION;
    }

    static long millis(int verdict) {
        return verdict & MAX_MILLIS;
    }

    private static int bits(long word, int from, int count) {
        return (int) (word >>> from) & ((1 << count) - 1);
    }

    private static long with(long word, int from, int count, int value) {
        long mask = ((1L << count) - 1) << from;
        return (word & ~mask) | (((long) value << from) & mask);
    }
}
