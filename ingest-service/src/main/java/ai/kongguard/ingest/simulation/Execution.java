package ai.kongguard.ingest.simulation;

import ai.kongguard.event.RunCommand;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import java.time.Instant;

/** One run that is executed here, by one thread that calls {@link #run}; the rest may be called by any. */
public interface Execution extends Runnable {

    long runId();

    RunOrder order();

    /** How it stands, once it has ended how it ended. One thread at a time. */
    RunStatus status(Instant now);

    /** Ends it, as somebody wished. */
    void stop();

    /** Ends it, because it must not go on. */
    void abort(String reason);

    /** Something other than an end is asked of it; only replays heed that. */
    default void obey(RunCommand command) {}

    /** The plan is not kept, for this reason, because of those who judge. */
    default void saturated(String reason) {}
}
