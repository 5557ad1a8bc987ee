package ai.kongguard.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.DeadLetter;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.ingest.EventSink;
import ai.kongguard.ingest.RejectedEntry;
import ai.kongguard.ingest.SinkUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Events to the traffic topic, the rest to the dead-letter topic, through one idempotent producer. Thread-safe. */
public final class KafkaEventSink implements EventSink, SmartLifecycle {

    /** Others stop meanwhile; then there is time left to answer, and to close what is not needed any more. */
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(4);

    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Producer<String, byte[]> producer;
    private final String trafficTopic;
    private final String deadLetterTopic;
    private final InstantSource clock;
    private volatile boolean running;

    public KafkaEventSink(
            Producer<String, byte[]> producer, String trafficTopic, String deadLetterTopic, InstantSource clock) {
        this.producer = producer;
        this.trafficTopic = trafficTopic;
        this.deadLetterTopic = deadLetterTopic;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
    }

    /** From now on Kafka has a few seconds: who waits longer is answered that it did not acknowledge, while he can be. */
    @Override
    public void stop() {
        running = false;
        var unused = over.completeOnTimeout(null, LAST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Delivery open() {
        return new KafkaDelivery();
    }

    private final class KafkaDelivery implements Delivery {

        private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        /** What is on its way, and one for whoever may still send. */
        private final AtomicLong pending = new AtomicLong(1);

        private final CompletableFuture<Void> settled = new CompletableFuture<>();

        @Override
        public void send(TrafficEvent event, Map<String, String> headers, Runnable acknowledged) {
            ProducerRecord<String, byte[]> traffic = new ProducerRecord<>(
                    trafficTopic,
                    null,
                    event.observedAt().toEpochMilli(),
                    event.clientIp(),
                    RecordCodec.TRAFFIC_EVENT.encode(event));
            headers.forEach((name, value) -> traffic.headers().add(name, value.getBytes(UTF_8)));
            send(traffic, acknowledged);
        }

        @Override
        public void send(RejectedEntry rejected) {
            ProducerRecord<String, byte[]> letter =
                    new ProducerRecord<>(deadLetterTopic, null, clock.millis(), rejected.source(), rejected.bytes());
            letter.headers()
                    .add(DeadLetter.REASON, rejected.reason().getBytes(UTF_8))
                    .add(DeadLetter.SOURCE, rejected.source().getBytes(UTF_8))
                    .add(DeadLetter.POSITION, ("element " + rejected.index()).getBytes(UTF_8));
            if (rejected.truncated()) {
                letter.headers().add(DeadLetter.TRUNCATED, "true".getBytes(UTF_8));
            }
            send(letter, () -> {});
        }

        private void send(ProducerRecord<String, byte[]> traffic, Runnable acknowledged) {
            if (failure.get() != null) {
                return;
            }
            pending.incrementAndGet();
            try {
                var unused = producer.send(traffic, (metadata, exception) -> {
                    if (exception == null) {
                        acknowledged.run();
                    } else {
                        failure.compareAndSet(null, exception);
                    }
                    settle();
                });
            } catch (KafkaException | IllegalStateException e) {
                // The callback may or may not have run for it; this delivery has failed in either case.
                failure.compareAndSet(null, e);
            }
        }

        @Override
        public void await(Duration patience) {
            settle();
            try {
                if (failure.get() == null) {
                    CompletableFuture.anyOf(settled, over).get(patience.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (TimeoutException | ExecutionException e) {
                throw new SinkUnavailableException("Kafka did not acknowledge within " + patience);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SinkUnavailableException("interrupted while waiting for Kafka", e);
            }
            Exception failed = failure.get();
            if (failed != null) {
                throw new SinkUnavailableException("Kafka did not acknowledge: " + failed.getMessage(), failed);
            }
            if (!settled.isDone()) {
                throw new SinkUnavailableException("Kafka did not acknowledge before the end of this ingest");
            }
        }

        private void settle() {
            if (pending.decrementAndGet() == 0) {
                settled.complete(null);
            }
        }
    }
}
