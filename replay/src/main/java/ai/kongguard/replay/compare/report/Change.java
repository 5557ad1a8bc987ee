package ai.kongguard.replay.compare.report;

import ai.kongguard.replay.compare.Opinion;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the candidate may decide otherwise than the base; an event is stopped when its action is a block or a rate limit. */
enum Change {
    NEWLY_CAUGHT("Newly caught attacks"),
    NEWLY_MISSED("Newly missed attacks"),
    NEWLY_BLOCKED_BENIGN("Newly blocked benign requests"),
    NO_LONGER_BLOCKED_BENIGN("No longer blocked benign requests"),
    NEWLY_BLOCKED_UNLABELLED("Newly blocked, without a label"),
    NO_LONGER_BLOCKED_UNLABELLED("No longer blocked, without a label"),
    OTHER_ACTION("Another action, and still stopped or still let through");

    private final String title;

    Change(String title) {
        this.title = title;
    }

    /** For people. */
    String title() {
        return title;
    }

    /** For programs. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Null when both ask for the same action. */
    static @Nullable Change of(Label label, Opinion base, Opinion candidate) {
        if (base.action() == candidate.action()) {
            return null;
        }
        if (base.blocks() == candidate.blocks()) {
            return OTHER_ACTION;
        }
        boolean stopped = candidate.blocks();
        return switch (label.kind()) {
            case ATTACK -> stopped ? NEWLY_CAUGHT : NEWLY_MISSED;
            case BENIGN -> stopped ? NEWLY_BLOCKED_BENIGN : NO_LONGER_BLOCKED_BENIGN;
            case UNLABELLED -> stopped ? NEWLY_BLOCKED_UNLABELLED : NO_LONGER_BLOCKED_UNLABELLED;
        };
    }
}
