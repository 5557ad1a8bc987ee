package ai.kongguard.standalone;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the embedded broker. It is not started when {@code kongguard.kafka.bootstrap-servers} names another one.
 *
 * @param host address the broker listens on; it has no authentication, so keep it on loopback
 * @param port for Kafka clients
 * @param dataFolder where topics survive a restart
 * @param properties any other Kafka broker setting
 */
@Validated
@ConfigurationProperties("kongguard.broker")
public record StandaloneProperties(
        @DefaultValue("127.0.0.1") @NotBlank String host,
        @DefaultValue("9092") @Min(1) @Max(65535) int port,
        @DefaultValue("data/broker") Path dataFolder,
        @DefaultValue Map<String, String> properties) {}
