package ai.kongguard.replay.compare.report;

import java.util.Arrays;

/** What makes a comparison fail. */
public enum FailOn {
    /** An attack that only the base stops. */
    MISSED,
    /** A benign request that only the candidate stops. */
    BLOCKED,
    /** Another action for any event. */
    ANY,
    /** Nothing. */
    NONE;

    /** Whether the report holds such a change. */
    public boolean isMetBy(Report report) {
        return switch (this) {
            case MISSED -> report.changed(Change.NEWLY_MISSED).count() > 0;
            case BLOCKED -> report.changed(Change.NEWLY_BLOCKED_BENIGN).count() > 0;
            case ANY ->
                Arrays.stream(Change.values())
                        .anyMatch(change -> report.changed(change).count() > 0);
            case NONE -> false;
        };
    }
}
