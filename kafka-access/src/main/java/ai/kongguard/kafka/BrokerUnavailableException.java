package ai.kongguard.kafka;

/** No broker answered, or it refused; the message tells which and what to set. */
public final class BrokerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokerUnavailableException(String bootstrapServers, Throwable cause) {
        super(
                "Kafka at " + bootstrapServers + " is not usable (" + cause.getMessage()
                        + "): start it, or set kongguard.kafka.bootstrap-servers",
                cause);
    }
}
