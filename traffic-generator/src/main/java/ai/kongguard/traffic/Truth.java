package ai.kongguard.traffic;

import ai.kongguard.event.ThreatType;

/**
 * What a generated request really is.
 *
 * @param attack whether it is one
 * @param type the kind of attack; {@link ThreatType#NONE} for a benign request
 * @param family the grammar that made it, such as {@code sql_union} or {@code search}
 * @param reserved whether the family is for simulation only, so that no model was ever trained on it
 */
public record Truth(boolean attack, ThreatType type, String family, boolean reserved) {

    /** A benign request of this family. */
    public static Truth benign(String family) {
        return new Truth(false, ThreatType.NONE, family, false);
    }
}
