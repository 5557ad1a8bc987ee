package ai.kongguard.gateway.simulation;

/** A command did not reach its topic. */
public final class CommandNotSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandNotSentException(Throwable cause) {
        super("Kafka did not take the command: " + cause, cause);
    }
}
