package ai.kongguard.replay.compare.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.ThreatType;
import ai.kongguard.recording.RecordedHeader;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event really is, as the headers of its record tell. Ordered: attacks by type, then benign, then unlabelled.
 *
 * @param kind whether it is an attack, if that is known
 * @param type of an attack; else {@link ThreatType#NONE}
 */
record Label(Kind kind, ThreatType type) implements Comparable<Label> {

    enum Kind {
        ATTACK,
        BENIGN,
        UNLABELLED
    }

    static final Label BENIGN = new Label(Kind.BENIGN, ThreatType.NONE);

    static final Label UNLABELLED = new Label(Kind.UNLABELLED, ThreatType.NONE);

    /** As metrics read it: the last header of a name counts, and other labels than the two are none. */
    static Label of(List<RecordedHeader> headers) {
        String label = text(headers, GroundTruth.LABEL);
        if (label == null || !(label.equals("attack") || label.equals("benign"))) {
            return UNLABELLED;
        }
        if (label.equals("benign")) {
            return BENIGN;
        }
        String name = text(headers, GroundTruth.TYPE);
        ThreatType type = name == null ? null : ThreatType.named(name);
        return new Label(Kind.ATTACK, type == null ? ThreatType.UNKNOWN : type);
    }

    /** The wire name of an attack's type, {@code benign} or {@code unlabelled}. */
    String text() {
        return switch (kind) {
            case ATTACK -> type.wireName();
            case BENIGN -> "benign";
            case UNLABELLED -> "unlabelled";
        };
    }

    boolean isAttack() {
        return kind == Kind.ATTACK;
    }

    @Override
    public int compareTo(Label other) {
        return Comparator.comparing(Label::kind).thenComparing(Label::type).compare(this, other);
    }

    private static @Nullable String text(List<RecordedHeader> headers, GroundTruth name) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            RecordedHeader header = headers.get(i);
            if (header.name().equals(name.header())) {
                byte[] value = header.value();
                return value == null ? null : new String(value, UTF_8);
            }
        }
        return null;
    }
}
