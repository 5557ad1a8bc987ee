package ai.kongguard.llm;

import ai.kongguard.review.AnswerReader;
import ai.kongguard.review.PromptMaker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.PropertySource;

/** The configured reviewer, for services that import this. They bring a clock and a meter registry. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LlmProperties.class)
@PropertySource("classpath:llm.properties")
public class LlmConfiguration {

    @Bean
    ConfiguredReviewer configuredReviewer(LlmProperties properties, MeterRegistry registry, InstantSource clock) {
        return Reviewers.create(properties, new PromptMaker()::make, new AnswerReader()::read, registry, clock);
    }

    /** Absent, as {@code ObjectProvider.getIfAvailable} tells, when nobody can be asked; gives way to any other reviewer. */
    @Bean(destroyMethod = "")
    @Fallback
    @Nullable Reviewer reviewer(ConfiguredReviewer configured) {
        return configured.reviewer();
    }
}
