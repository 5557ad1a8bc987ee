package ai.kongguard.ingest.simulation;

import java.util.OptionalLong;

/** How far those who judge lag behind. */
@FunctionalInterface
public interface Backlog {

    /** Requests that wait for the analyzers of this tier; empty when there are none or it cannot be known. */
    OptionalLong of(String tier);
}
