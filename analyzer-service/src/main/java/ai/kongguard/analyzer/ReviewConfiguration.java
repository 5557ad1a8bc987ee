package ai.kongguard.analyzer;

import ai.kongguard.analyzer.kafka.EscalationReaders;
import ai.kongguard.analyzer.kafka.EscalationWork;
import ai.kongguard.analyzer.kafka.KafkaReviewNotes;
import ai.kongguard.analyzer.kafka.NoteReader;
import ai.kongguard.analyzer.kafka.ReviewGroup;
import ai.kongguard.analyzer.kafka.Reviewing;
import ai.kongguard.analyzer.kafka.Revisions;
import ai.kongguard.analyzer.kafka.TierStatusWriter;
import ai.kongguard.analyzer.review.AskedOnce;
import ai.kongguard.analyzer.review.RevisionMaker;
import ai.kongguard.analyzer.review.TierReport;
import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.event.ConsumerGroups;
import ai.kongguard.event.Topics;
import ai.kongguard.kafka.BoundedConsumer;
import ai.kongguard.kafka.BoundedProducer;
import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.llm.ConfiguredReviewer;
import ai.kongguard.llm.Reviewer;
import ai.kongguard.review.AllowList;
import ai.kongguard.review.Escalations;
import ai.kongguard.review.PromptMaker;
import ai.kongguard.review.ReviewLimits;
import ai.kongguard.review.ReviewRule;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every bean that has to do with second opinions. */
@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

    /** Shorter than what is left of a lock between two renewals, so that nothing is written after it has expired. */
    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(5);

    /** Threads that write revisions, which wait for Kafka alone. */
    private static final int WRITERS = 2;

    /** Writes notes, revisions, dead letters and the status, none of them in a transaction. */
    @Bean(destroyMethod = "close")
    Producer<String, byte[]> reviewProducer(KafkaAccess kafka, AnalyzerProperties properties) {
        int patience = Math.toIntExact(DELIVERY_TIMEOUT.toMillis());
        Map<String, Object> config = kafka.producerConfig(id(properties) + "-reviews");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
        return new BoundedProducer<>(config);
    }

    @Bean
    Reviewing reviewing(
            KafkaAccess kafka,
            AnalyzerProperties properties,
            ConfiguredReviewer configured,
            Producer<String, byte[]> reviewProducer,
            AnalyzerMeters meters,
            InstantSource clock) {
        String tier = properties.tier();
        String instance = properties.instanceId();
        Reviewer reviewer = configured.reviewer();
        if (reviewer == null) {
            return Reviewing.nothing(TierReport.withoutModel(
                    tier, instance, !properties.review().isRequiredFor(tier), configured.says(), clock));
        }
        ReviewGroup group = ReviewGroup.prepare(kafka, kafka.id(ConsumerGroups.reviewers(tier)));
        AnalyzerProperties.Review review = properties.review();
        ExecutorService askers =
                Executors.newFixedThreadPool(review.concurrency(), task -> new Thread(task, "analyzer-asker-" + tier));
        ExecutorService writers =
                Executors.newFixedThreadPool(WRITERS, task -> new Thread(task, "analyzer-revisions-" + tier));
        AskedOnce asked = new AskedOnce(
                new AskedOnce.Who(tier, tier + "/" + instance, PromptMaker.VERSION),
                reviewer,
                new KafkaReviewNotes(reviewProducer, kafka.topic(Topics.REVIEWS)),
                new AskedOnce.Remembering(
                        review.remember(), review.rememberFallbacks(), review.rememberFailures(), review.maxAnswers()),
                askers,
                clock);
        ReviewLimits limits = limits(properties);
        EscalationWork work = new EscalationWork(
                tier,
                asked,
                new RevisionMaker(new ReviewRule(limits, policy(properties)), clock),
                new Revisions(reviewProducer, () -> uncommitted(kafka, properties), kafka.topic(Topics.VERDICTS)),
                reviewProducer,
                kafka.topic(Topics.DEAD_LETTERS),
                writers,
                DELIVERY_TIMEOUT,
                meters);
        EscalationReaders readers = new EscalationReaders(
                () -> member(kafka, properties, group), kafka.topic(Topics.ESCALATIONS), review.members(), work);
        TierReport report = TierReport.withModel(
                tier, instance, group.trouble(), reviewer::state, asked::counts, readers::held, clock);
        if (group.trouble() != null) {
            return Reviewing.nothing(report);
        }
        NoteReader notes = new NoteReader(
                () -> new BoundedConsumer<>(kafka.consumerConfig(id(properties) + "-notes")),
                kafka.topic(Topics.REVIEWS),
                asked::read);
        Escalations escalations = new Escalations(limits);
        return Reviewing.with(
                report,
                (event, verdict) -> escalations.of(event, verdict, clock.instant()),
                new Reviewing.Parts(asked, notes, readers, List.of(askers, writers)));
    }

    @Bean
    TierReport tierReport(Reviewing reviewing) {
        return reviewing.report();
    }

    @Bean
    TierStatusWriter tierStatusWriter(KafkaAccess kafka, TierReport report, Producer<String, byte[]> reviewProducer) {
        return new TierStatusWriter(report, reviewProducer, kafka.topic(Topics.TIERS));
    }

    static VerdictPolicy policy(AnalyzerProperties properties) {
        AnalyzerProperties.Policy cutOffs = properties.policy();
        return new VerdictPolicy(cutOffs.block(), cutOffs.rateLimit(), cutOffs.monitor());
    }

    private static ReviewLimits limits(AnalyzerProperties properties) {
        AnalyzerProperties.Review review = properties.review();
        AnalyzerProperties.Policy policy = properties.policy();
        return new ReviewLimits(
                review.from(),
                policy.block(),
                policy.monitor(),
                review.privateRoutes(),
                AllowList.of(review.allowList()));
    }

    private static KafkaConsumer<String, byte[]> uncommitted(KafkaAccess kafka, AnalyzerProperties properties) {
        Map<String, Object> config = kafka.consumerConfig(id(properties) + "-revised");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        return new BoundedConsumer<>(config);
    }

    /** Strictly as many records as asked for: one that waited here unseen would lose its lock. */
    private static KafkaShareConsumer<String, byte[]> member(
            KafkaAccess kafka, AnalyzerProperties properties, ReviewGroup group) {
        Map<String, Object> config = kafka.consumerConfig(id(properties) + "-reviewer");
        // A share group has these set by the broker, and its members refuse them.
        config.keySet()
                .removeAll(List.of(
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG));
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group.name());
        config.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        config.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.review().maxHeld());
        return new KafkaShareConsumer<>(config);
    }

    private static String id(AnalyzerProperties properties) {
        return "analyzer-" + properties.tier() + "-" + properties.instanceId();
    }
}
