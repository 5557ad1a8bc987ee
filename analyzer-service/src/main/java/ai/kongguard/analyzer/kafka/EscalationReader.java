package ai.kongguard.analyzer.kafka;

import ai.kongguard.analyzer.kafka.Held.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of the share group. It holds the escalations of one poll, has all of them worked on side by side,
 * acknowledges each when it is done and renews the locks of the others. Kafka gives a member nothing new while it
 * renews, so how long a poll takes bounds how long others wait: that of its slowest question. Used by one thread.
 */
final class EscalationReader {

    private static final Logger LOG = LoggerFactory.getLogger(EscalationReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SHORT_POLL = Duration.ofMillis(200);

    /** How soon it notices that it is told to stop. */
    private static final long LOOK_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** In the time of a lock, so that half of it is left even when one came late. */
    private static final int RENEWALS = 4;

    /** What brokers are set to by default, until they tell. */
    private static final int DEFAULT_LOCK_MS = 30_000;

    private final ShareConsumer<String, byte[]> consumer;
    private final EscalationWork work;
    private final AtomicInteger heldByAll;
    private final Map<Place, Held> held = new HashMap<>();
    private final Semaphore ended = new Semaphore(0);
    private long lastPollNanos = System.nanoTime();
    private long renewedNanos;

    /** {@code heldByAll} tells how many escalations all readers of this analyzer hold. */
    EscalationReader(ShareConsumer<String, byte[]> consumer, EscalationWork work, AtomicInteger heldByAll) {
        this.consumer = consumer;
        this.work = work;
        this.heldByAll = heldByAll;
    }

    /** Reads until it is told to stop or Kafka fails; what it holds then is given to others. */
    void run(BooleanSupplier stopped) throws InterruptedException {
        consumer.setAcknowledgementCommitCallback((offsets, failure) -> {
            if (failure != null) {
                // Its lock was lost: whoever gets it finds the revision.
                LOG.warn("Not acknowledged: {}", offsets, failure);
            }
        });
        try {
            while (!stopped.getAsBoolean()) {
                poll();
                long renewAt = lastPollNanos + lockNanos() / RENEWALS;
                while (acknowledge() && !stopped.getAsBoolean()) {
                    long left = renewAt - System.nanoTime();
                    if (left <= 0) {
                        renew();
                        break;
                    }
                    if (ended.tryAcquire(Math.min(left, LOOK_UP_NANOS), TimeUnit.NANOSECONDS)) {
                        ended.drainPermits();
                    }
                }
                dropLost();
            }
        } finally {
            held.values().forEach(this::drop);
            held.clear();
        }
    }

    private void poll() {
        long before = lastPollNanos;
        lastPollNanos = System.nanoTime();
        List<Held> came = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(held.isEmpty() ? POLL : SHORT_POLL)) {
            Held known = held.get(Place.of(record));
            if (known != null && known.renewed(record, renewedNanos + lockNanos())) {
                continue;
            }
            if (known != null) {
                drop(known);
            }
            // It may have been locked for the poll before, which did not wait for it.
            Held fresh = new Held(record, before + lockNanos());
            held.put(Place.of(record), fresh);
            heldByAll.incrementAndGet();
            came.add(fresh);
        }
        work.begin(came, ended::release);
    }

    /** Acknowledges what is done; whether there is more in hand to wait for. */
    private boolean acknowledge() {
        boolean any = false;
        boolean waits = false;
        for (Iterator<Held> all = held.values().iterator(); all.hasNext(); ) {
            Held one = all.next();
            AcknowledgeType end = one.end();
            if (one.isInHand() && end != null) {
                consumer.acknowledge(one.record(), end);
                heldByAll.decrementAndGet();
                all.remove();
                any = true;
            } else {
                waits |= one.isInHand();
            }
        }
        if (any) {
            consumer.commitAsync();
        }
        return waits;
    }

    private void renew() {
        renewedNanos = System.nanoTime();
        for (Held one : held.values()) {
            if (one.isInHand()) {
                consumer.acknowledge(one.record(), AcknowledgeType.RENEW);
                one.renewing();
            }
        }
    }

    private void dropLost() {
        for (Iterator<Held> all = held.values().iterator(); all.hasNext(); ) {
            Held one = all.next();
            if (!one.isInHand() && !one.isLockedFor(Duration.ZERO)) {
                all.remove();
                drop(one);
            }
        }
    }

    private void drop(Held one) {
        one.lost();
        heldByAll.decrementAndGet();
    }

    private long lockNanos() {
        return TimeUnit.MILLISECONDS.toNanos(consumer.acquisitionLockTimeoutMs().orElse(DEFAULT_LOCK_MS));
    }
}
