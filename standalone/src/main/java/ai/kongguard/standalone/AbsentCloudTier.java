package ai.kongguard.standalone;

import ai.kongguard.analyzer.kafka.TierStatusWriter;
import ai.kongguard.analyzer.review.TierReport;
import ai.kongguard.event.Topics;
import ai.kongguard.kafka.BoundedProducer;
import ai.kongguard.kafka.KafkaAccess;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.Producer;

/** Tells, in the place of an analyzer of the cloud tier, why there is none. */
final class AbsentCloudTier implements AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final TierStatusWriter writer;

    /** {@code instance} is the name that the analyzer would have, so that it takes this back when it is there. */
    AbsentCloudTier(KafkaAccess kafka, String instance) {
        producer = new BoundedProducer<>(kafka.producerConfig("absent-cloud-tier"));
        TierReport report =
                TierReport.withoutModel("cloud", instance, false, ReviewedTiers.NOT_CONFIGURED, InstantSource.system());
        writer = new TierStatusWriter(report, producer, kafka.topic(Topics.TIERS));
    }

    @Override
    public void close() {
        writer.close();
        producer.close();
    }
}
