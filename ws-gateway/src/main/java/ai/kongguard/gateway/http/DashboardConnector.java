package ai.kongguard.gateway.http;

import java.net.InetAddress;
import java.util.function.Supplier;
import org.apache.catalina.Service;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.context.SmartLifecycle;

/**
 * Lets the web server listen on a second port. Opened after the first one, not through Spring Boot, which would name the
 * first port when the second is taken.
 */
public final class DashboardConnector implements SmartLifecycle {

    private final Supplier<WebServer> server;
    private final @Nullable InetAddress address;
    private final int port;
    private final Compression compression;
    private @Nullable Connector connector;

    /** {@code address} null for all addresses; {@code port} 0 for no second port; {@code compression} of the first one. */
    public DashboardConnector(
            Supplier<WebServer> server, @Nullable InetAddress address, int port, Compression compression) {
        this.server = server;
        this.address = address;
        this.port = port;
        this.compression = compression;
    }

    @Override
    public void start() {
        if (port == 0) {
            return;
        }
        Connector second = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        second.setThrowOnFailure(true);
        second.setPort(port);
        if (compression.getEnabled()) {
            second.setProperty("compression", "on");
            second.setProperty(
                    "compressionMinSize",
                    Long.toString(compression.getMinResponseSize().toBytes()));
        }
        if (address != null) {
            second.setProperty("address", address.getHostAddress());
        }
        try {
            service().addConnector(second);
        } catch (RuntimeException e) {
            service().removeConnector(second);
            PortInUseException.throwIfPortBindingException(e, () -> port);
            throw new WebServerException("Cannot listen on kongguard.gateway.dashboard-port " + port, e);
        }
        connector = second;
    }

    /** The server stops all its connectors itself, after what they began. */
    @Override
    public void stop() {
        connector = null;
    }

    @Override
    public boolean isRunning() {
        return connector != null;
    }

    private Service service() {
        return ((TomcatWebServer) server.get()).getTomcat().getService();
    }
}
