package ai.kongguard.metrics;

import ai.kongguard.event.Confusion;
import ai.kongguard.event.ThreatType;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Right and wrong decisions, and sums of scores, by type: attacks by what they are, benign events that were caught by what
 * they were called.
 * Counts may be negative while they are on their way to where they came from. Used by one stream thread.
 */
final class TruthTally {

    private static final ThreatType[] TYPES = ThreatType.values();

    private final long[] caughtAttacks = new long[TYPES.length];
    private final long[] missedAttacks = new long[TYPES.length];
    private final long[] caughtBenign = new long[TYPES.length];
    private final long[] attackScores = new long[TYPES.length];
    private long passedBenign;
    private long benignScores;

    /** Counts one attack of this type, or takes one away; {@code score} in parts of {@link EventFacts#UNIT}. */
    void addAttack(ThreatType type, boolean caught, int score, int sign) {
        attackScores[type.ordinal()] += (long) sign * score;
        (caught ? caughtAttacks : missedAttacks)[type.ordinal()] += sign;
    }

    /** Counts one benign event that was called this type, or takes one away. */
    void addBenign(ThreatType called, boolean caught, int score, int sign) {
        benignScores += (long) sign * score;
        if (caught) {
            caughtBenign[called.ordinal()] += sign;
        } else {
            passedBenign += sign;
        }
    }

    void add(TruthTally other) {
        for (int i = 0; i < TYPES.length; i++) {
            caughtAttacks[i] += other.caughtAttacks[i];
            missedAttacks[i] += other.missedAttacks[i];
            caughtBenign[i] += other.caughtBenign[i];
            attackScores[i] += other.attackScores[i];
        }
        benignScores += other.benignScores;
        passedBenign += other.passedBenign;
    }

    /** All of it; null when nothing was labelled. */
    @Nullable Confusion overall() {
        Confusion all = new Confusion(sum(caughtAttacks), sum(caughtBenign), passedBenign, sum(missedAttacks));
        return all.labelled() == 0 ? null : all;
    }

    /** Each type that an attack was or a benign event was called, against all benign events. */
    Map<ThreatType, Confusion> byType() {
        long benign = sum(caughtBenign) + passedBenign;
        Map<ThreatType, Confusion> byType = new EnumMap<>(ThreatType.class);
        for (ThreatType type : TYPES) {
            int i = type.ordinal();
            if (caughtAttacks[i] != 0 || missedAttacks[i] != 0 || caughtBenign[i] != 0) {
                byType.put(
                        type,
                        new Confusion(caughtAttacks[i], caughtBenign[i], benign - caughtBenign[i], missedAttacks[i]));
            }
        }
        return byType;
    }

    /** Mean score by what events really are, {@link ThreatType#NONE} for the benign; absent when there was none. */
    Map<ThreatType, Double> meanScores() {
        Map<ThreatType, Double> means = new EnumMap<>(ThreatType.class);
        for (ThreatType type : TYPES) {
            int i = type.ordinal();
            putMean(means, type, attackScores[i], caughtAttacks[i] + missedAttacks[i]);
        }
        putMean(means, ThreatType.NONE, benignScores, sum(caughtBenign) + passedBenign);
        return means;
    }

    private static void putMean(Map<ThreatType, Double> means, ThreatType type, long sum, long count) {
        if (count > 0) {
            means.put(type, (double) sum / count / EventFacts.UNIT);
        }
    }

    void write(BinaryOutput output) {
        output.writeLongs(caughtAttacks)
                .writeLongs(missedAttacks)
                .writeLongs(caughtBenign)
                .writeLongs(attackScores)
                .writeLong(passedBenign)
                .writeLong(benignScores);
    }

    static TruthTally read(BinaryInput input) {
        TruthTally tally = new TruthTally();
        input.readLongs(tally.caughtAttacks);
        input.readLongs(tally.missedAttacks);
        input.readLongs(tally.caughtBenign);
        input.readLongs(tally.attackScores);
        tally.passedBenign = input.readLong();
        tally.benignScores = input.readLong();
        return tally;
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
