package ai.kongguard.ingest.simulation;

import ai.kongguard.event.RunStatus;

/** Where the status of runs goes. Thread-safe. */
@FunctionalInterface
public interface StatusSink {

    /** Sends it, and returns before it is acknowledged; a failure is logged. */
    void publish(RunStatus status);
}
