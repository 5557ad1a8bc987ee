package ai.kongguard.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up when the cluster answers within a short time; down with the cause otherwise. */
public final class KafkaHealthIndicator extends AbstractHealthIndicator implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final KafkaAccess kafka;
    private final Admin admin;

    /** @throws BrokerUnavailableException if settings are such that no client can be made, which is seen here first */
    public KafkaHealthIndicator(KafkaAccess kafka) {
        super("Kafka did not answer");
        this.kafka = kafka;
        Map<String, Object> config = kafka.adminConfig("health");
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(TIMEOUT.toMillis()));
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(TIMEOUT.toMillis()));
        try {
            this.admin = Admin.create(config);
        } catch (KafkaException e) {
            throw BrokerUnavailableException.unreadable(e);
        }
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        int brokers = admin.describeCluster()
                .nodes()
                .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .size();
        builder.up().withDetail("bootstrap_servers", kafka.bootstrapServers()).withDetail("brokers", brokers);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
