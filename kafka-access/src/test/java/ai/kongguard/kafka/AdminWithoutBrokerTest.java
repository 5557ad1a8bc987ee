package ai.kongguard.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AdminWithoutBrokerTest {

    @Test
    void saysLittleWhileItWaitsForItsBroker() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        KafkaAccess kafka = new KafkaAccess(
                new KafkaAccessProperties(List.of("127.0.0.1:" + closed), "", 1, (short) 1, "none", Map.of()));
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger("org.apache.kafka.clients.admin.internals");
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
        try (Admin admin = Admin.create(kafka.adminConfig("lonely"))) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get(4, TimeUnit.SECONDS))
                    .isNotNull();
            admin.close(Duration.ZERO);
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }
        // Hundreds, and more each second, when it may begin anew from the bootstrap servers.
        assertThat(log.list).hasSizeLessThan(20);
    }
}
