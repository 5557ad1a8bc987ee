package ai.kongguard.gateway.simulation;

import ai.kongguard.event.RunCommand;

/** Where commands to the simulator go. Thread-safe. */
@FunctionalInterface
public interface CommandSink {

    /**
     * Returns when the command is safe.
     *
     * @throws CommandNotSentException if it is not
     */
    void send(RunCommand command);
}
