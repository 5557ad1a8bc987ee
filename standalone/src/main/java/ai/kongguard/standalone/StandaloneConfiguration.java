package ai.kongguard.standalone;

import ai.kongguard.broker.EmbeddedBroker;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What standalone adds to the services: the broker, unless another cluster is named. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StandaloneProperties.class)
public class StandaloneConfiguration {

    @Bean
    @ConditionalOnProperty(name = Standalone.BOOTSTRAP_SERVERS, matchIfMissing = true, havingValue = "none")
    EmbeddedBroker broker(StandaloneProperties properties) {
        return EmbeddedBroker.start(
                properties.host(), properties.port(), properties.dataFolder(), properties.properties());
    }
}
