package ai.kongguard.replay.play;

import java.util.Locale;

/** Where a replay stands. */
public enum PlayState {
    READY,
    RUNNING,
    PAUSED,
    /** All was played. */
    COMPLETED,
    /** Somebody ended it. */
    STOPPED,
    /** Something else ended it; the reason says what. */
    FAILED;

    /** Whether nothing comes after it. */
    public boolean isEnd() {
        return this == COMPLETED || this == STOPPED || this == FAILED;
    }

    /** The name used on every wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
