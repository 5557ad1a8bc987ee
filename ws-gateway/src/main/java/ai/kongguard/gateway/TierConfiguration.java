package ai.kongguard.gateway;

import ai.kongguard.event.Topics;
import ai.kongguard.gateway.analysis.ThinkingFrames;
import ai.kongguard.gateway.http.ProviderController;
import ai.kongguard.gateway.http.TierController;
import ai.kongguard.gateway.kafka.TierReceivers;
import ai.kongguard.gateway.kafka.TopicReader;
import ai.kongguard.gateway.tiers.TierBoard;
import ai.kongguard.kafka.KafkaAccess;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every bean that has to do with how tiers are reviewed. */
@Configuration(proxyBeanMethods = false)
class TierConfiguration {

    /** More than there can be: all of the topic. */
    private static final long ALL = 1L << 40;

    @Bean
    TierBoard tierBoard(GatewayProperties properties, InstantSource clock) {
        return new TierBoard(properties.primaryTier(), clock);
    }

    @Bean
    ThinkingFrames thinkingFrames(GatewayProperties properties) {
        return new ThinkingFrames(properties.feed().maxThinkingPerSecond(), System::nanoTime);
    }

    @Bean
    TopicReader tierReader(KafkaAccess kafka, TierBoard board, GatewayMeters meters) {
        return new TopicReader(kafka, kafka.topic(Topics.TIERS), ALL, new TierReceivers.Statuses(board), meters);
    }

    /** From its end on. There is one note before and one after each question, not one per event. */
    @Bean
    TopicReader noteReader(KafkaAccess kafka, ThinkingFrames frames, GatewayMeters meters) {
        return new TopicReader(kafka, kafka.topic(Topics.REVIEWS), 0, new TierReceivers.Notes(frames), meters);
    }

    @Bean
    TierController tierController(TierBoard board, InstantSource clock) {
        return new TierController(board, clock);
    }

    @Bean
    ProviderController providerController(TierBoard board, InstantSource clock) {
        return new ProviderController(board, clock);
    }
}
