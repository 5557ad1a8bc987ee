package ai.kongguard.analyzer.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The members of the share group that run in this analyzer. Plain consumers rather than Spring's container: that hands
 * renewed records to its listener as if they were new ones, and has no place from which to renew.
 */
public final class EscalationReaders implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EscalationReaders.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(3);

    /** In which Kafka hears what was done and what is given back; what it does not hear comes again when locks expire. */
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Supplier<ShareConsumer<String, byte[]>> consumers;
    private final String topic;
    private final int members;
    private final EscalationWork work;
    private final AtomicInteger held = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /** {@code topic} is its full name. */
    public EscalationReaders(
            Supplier<ShareConsumer<String, byte[]>> consumers, String topic, int members, EscalationWork work) {
        this.consumers = consumers;
        this.topic = topic;
        this.members = members;
        this.work = work;
    }

    /** Escalations that are worked on now. */
    public int held() {
        return held.get();
    }

    @Override
    public void start() {
        for (int i = 0; i < members; i++) {
            Thread thread = new Thread(this::run, "analyzer-reviewer-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        long until = System.nanoTime() + STOP_PATIENCE.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    private void run() {
        try {
            do {
                try {
                    read();
                } catch (InterruptException e) {
                    throw e;
                } catch (KafkaException | IllegalStateException e) {
                    LOG.warn("Reading {} failed: trying again in {}", topic, PAUSE, e);
                }
            } while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException | InterruptException e) {
            LOG.warn("A reader of {} was interrupted and stops", topic);
        }
    }

    private void read() throws InterruptedException {
        ShareConsumer<String, byte[]> consumer = consumers.get();
        try {
            consumer.subscribe(List.of(topic));
            new EscalationReader(consumer, work, held).run(() -> stopped.getCount() == 0);
        } finally {
            consumer.close(GOODBYE);
        }
    }
}
