package ai.kongguard.replay.convert;

import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.ThreatType;
import ai.kongguard.intake.MalformedEntryException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record headers of what somebody says that a request is. */
final class Labels {

    /** Name of the header that tells of which run a record is. */
    static final String RUN = GroundTruth.RUN_ID.header();

    private Labels() {}

    /**
     * Headers for a label and a type; empty when neither is given. A type alone tells the label.
     *
     * @throws MalformedEntryException when one is not known, or they do not fit
     */
    static Map<String, String> of(@Nullable String label, @Nullable String type) {
        ThreatType named = (type == null || type.isBlank()) ? null : type(type.strip());
        Boolean attack = (label == null || label.isBlank()) ? null : isAttack(label.strip());
        if (attack == null && named == null) {
            return Map.of();
        }
        boolean hostile = attack == null ? named != ThreatType.NONE : attack;
        if (named != null && hostile == (named == ThreatType.NONE)) {
            throw new MalformedEntryException("type: does not fit the label");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(GroundTruth.LABEL.header(), hostile ? "attack" : "benign");
        if (named != null || !hostile) {
            headers.put(GroundTruth.TYPE.header(), (named == null ? ThreatType.NONE : named).wireName());
        }
        return headers;
    }

    private static boolean isAttack(String label) {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "attack", "malicious", "1", "true" -> true;
            case "benign", "normal", "0", "false" -> false;
            default -> throw new MalformedEntryException("label: must be attack or benign");
        };
    }

    private static ThreatType type(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        ThreatType named = name.equals("benign") ? ThreatType.NONE : ThreatType.named(name);
        if (named == null) {
            throw new MalformedEntryException("type: is none of those known");
        }
        return named;
    }
}
