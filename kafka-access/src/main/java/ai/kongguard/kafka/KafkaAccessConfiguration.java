package ai.kongguard.kafka;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans every service shares. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaAccessProperties.class)
public class KafkaAccessConfiguration {

    @Bean
    KafkaAccess kafkaAccess(KafkaAccessProperties properties) {
        return new KafkaAccess(properties);
    }

    @Bean
    KafkaHealthIndicator kafkaHealthIndicator(KafkaAccess kafka) {
        return new KafkaHealthIndicator(kafka);
    }
}
