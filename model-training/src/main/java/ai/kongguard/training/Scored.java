package ai.kongguard.training;

import ai.kongguard.event.ThreatType;

/**
 * What a model made of a sample that it was not trained on.
 *
 * @param sample which
 * @param logOdds the highest of its values; {@link #NOTHING} when all of them are plain
 * @param type the kind of attack it would be
 * @param text the value that decided, bounded
 */
record Scored(Sample sample, float logOdds, ThreatType type, String text) {

    /** Lower than any value scores. */
    static final float NOTHING = -30;
}
