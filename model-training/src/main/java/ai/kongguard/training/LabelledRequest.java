package ai.kongguard.training;

import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TrafficEvent;

/**
 * A request and what it really is.
 *
 * @param id unique within its source
 * @param source the collection it comes from, or {@code generated/FAMILY}
 * @param type {@link ThreatType#NONE} for a benign request; {@link ThreatType#UNKNOWN} for an attack that no type
 *     describes, which is neither trained on nor counted
 * @param event the request alone; a judge sees nothing else
 */
record LabelledRequest(String id, String source, ThreatType type, TrafficEvent event) {

    boolean isAttack() {
        return type != ThreatType.NONE;
    }

    /** Whether its label is of use. */
    boolean isTyped() {
        return type != ThreatType.UNKNOWN;
    }
}
