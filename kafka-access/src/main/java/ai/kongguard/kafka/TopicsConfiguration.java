package ai.kongguard.kafka;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What creates all topics. */
@Configuration(proxyBeanMethods = false)
@Import(KafkaAccessConfiguration.class)
class TopicsConfiguration {

    @Bean
    TopicProvisioner topicProvisioner(KafkaAccess kafka) {
        return TopicProvisioner.ofAll(kafka);
    }
}
