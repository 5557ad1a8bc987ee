package ai.kongguard.kafka;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/** No broker answered, or it refused; the message tells which and what to set. */
public final class BrokerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokerUnavailableException(String bootstrapServers, Throwable cause) {
        super(message(bootstrapServers, reason(cause)), cause);
    }

    private BrokerUnavailableException(String message) {
        super(message);
    }

    /** No client can be made with our settings. What stands in a malformed {@code sasl.jaas.config} is not told. */
    static BrokerUnavailableException unreadable(KafkaException cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String why = root instanceof IllegalArgumentException ? "sasl.jaas.config is malformed" : root.getMessage();
        return new BrokerUnavailableException(
                "No Kafka client can be made (" + why + "): correct kongguard.kafka.properties");
    }

    /** Our user lacks rights, each told as an operation and what it is on. */
    static BrokerUnavailableException lacking(String bootstrapServers, Collection<String> rights) {
        return new BrokerUnavailableException("Kafka at " + bootstrapServers + " does not allow us to "
                + String.join(", ", rights) + ": give our user what docs/security.md lists, with deploy/kafka/acls.sh");
    }

    private static Throwable reason(Throwable cause) {
        Throwable inner = cause.getCause();
        return cause instanceof ExecutionException && inner != null ? inner : cause;
    }

    private static String message(String bootstrapServers, Throwable reason) {
        String next;
        if (reason instanceof AuthenticationException) {
            next = "check the user, the password and the certificates in kongguard.kafka.properties";
        } else if (reason instanceof AuthorizationException) {
            next = "give our user what docs/security.md lists, with deploy/kafka/acls.sh";
        } else {
            next = "start it, or set kongguard.kafka.bootstrap-servers, or kongguard.kafka.properties when it"
                    + " demands TLS or a password";
        }
        return "Kafka at " + bootstrapServers + " is not usable (" + reason.getMessage() + "): " + next;
    }
}
