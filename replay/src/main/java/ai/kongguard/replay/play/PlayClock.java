package ai.kongguard.replay.play;

import java.time.Instant;

/** The time by which a player waits. */
public interface PlayClock {

    /** Now, monotonic. */
    long nanoTime();

    /** Now, for people and records. */
    Instant instant();

    /** Returns at this time of {@link #nanoTime()}, or earlier when woken; called by the player's thread. */
    void sleepUntil(long nanos);

    /** Ends the sleep of the player's thread; called by any. */
    void wake();
}
