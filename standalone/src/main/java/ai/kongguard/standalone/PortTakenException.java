package ai.kongguard.standalone;

import java.util.List;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;

/** Another process listens where a service should; the message names the port and the property that moves it. */
final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final List<String> PROPERTIES = List.of(
            "kongguard.ingest.port",
            "kongguard.analyzer.port",
            "kongguard.gateway.port",
            "kongguard.gateway.dashboard-port");

    private PortTakenException(int port, String property, Throwable cause) {
        super(
                "Port " + port + " is already in use: stop the other process, or start with --" + property + "=PORT.",
                cause);
    }

    /** Of the embedded broker. */
    static PortTakenException of(ai.kongguard.broker.PortInUseException taken) {
        return new PortTakenException(taken.port(), "kongguard.broker.port", taken);
    }

    /** Of the service that has this configuration. */
    static PortTakenException of(PortInUseException taken, Environment service) {
        String port = Integer.toString(taken.getPort());
        String property = PROPERTIES.stream()
                .filter(name -> port.equals(service.getProperty(name)))
                .findFirst()
                .orElse("server.port");
        return new PortTakenException(taken.getPort(), property, taken);
    }
}
