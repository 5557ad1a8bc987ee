package ai.kongguard.analyzer.kafka;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.TierStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how reviewing goes: every two seconds when it changed, else twice a minute. On one thread, until it is closed. */
public final class TierStatusWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TierStatusWriter.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread writer = new Thread(task, "analyzer-tier-status");
        writer.setDaemon(true);
        return writer;
    });
    private final Supplier<TierStatus> status;
    private final Producer<String, byte[]> producer;
    private final String topic;
    private @Nullable TierStatus written;

    /** Starts at once; {@code topic} is its full name. The producer is not closed here. */
    public TierStatusWriter(Supplier<TierStatus> status, Producer<String, byte[]> producer, String topic) {
        this.status = status;
        this.producer = producer;
        this.topic = topic;
        var unused = thread.scheduleWithFixedDelay(this::tell, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** An exception would end the schedule without a word. */
    private void tell() {
        try {
            TierStatus now = status.get();
            TierStatus before = written;
            Instant due = before == null ? Instant.MIN : before.at().plus(HEARTBEAT);
            if (before != null && now.at(before.at()).equals(before) && now.at().isBefore(due)) {
                return;
            }
            written = now;
            var unused = producer.send(
                    new ProducerRecord<>(topic, now.key(), RecordCodec.TIER_STATUS.encode(now)),
                    (metadata, failure) -> {
                        if (failure != null) {
                            LOG.warn("The status of {} was not written; the next one is", now.key(), failure);
                        }
                    });
        } catch (RuntimeException e) {
            LOG.warn("The status of a tier could not be told; it is tried again", e);
        }
    }
}
