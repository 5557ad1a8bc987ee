package ai.kongguard.replay.play;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.GroundTruth;
import ai.kongguard.recording.RecordedRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Played records into Kafka, a bounded number of them at a time. Owns the producer. */
public final class KafkaOutlet implements Outlet {

    /** Enough to keep a broker busy; their bytes are bounded by the producer's memory. */
    private static final int IN_FLIGHT = 20_000;

    private static final byte[] ATTACK = "attack".getBytes(UTF_8);

    private final Producer<byte[], byte[]> producer;
    private final Destination destination;
    private final Collection<String> topics;
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong attacks = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private volatile @Nullable String lastError;

    /** @param topics that are written to, as far as they are known before */
    public KafkaOutlet(Producer<byte[], byte[]> producer, Destination destination, Collection<String> topics) {
        this.producer = producer;
        this.destination = destination;
        this.topics = List.copyOf(topics);
    }

    @Override
    public void prepare() {
        topics.forEach(producer::partitionsFor);
    }

    @Override
    public boolean send(RecordedRecord record, int loop, Instant due) {
        ProducerRecord<byte[], byte[]> made = destination.of(record, loop, due);
        if (made == null) {
            return false;
        }
        boolean attack = isAttack(made);
        // Every send ends within the producer's delivery timeout, and so does this wait.
        room.acquireUninterruptibly();
        try {
            var unused = producer.send(made, (metadata, exception) -> {
                room.release();
                settle(attack, exception);
            });
        } catch (KafkaException e) {
            room.release();
            settle(attack, e);
        }
        return true;
    }

    @Override
    public void flush() {
        producer.flush();
    }

    @Override
    public Tally tally() {
        long sentAttacks = attacks.get();
        return new Tally(sent.get(), sentAttacks, errors.get(), lastError);
    }

    @Override
    public void close() {
        producer.close();
    }

    private void settle(boolean attack, @Nullable Exception failure) {
        if (failure != null) {
            errors.incrementAndGet();
            lastError = failure.toString();
            return;
        }
        sent.incrementAndGet();
        if (attack) {
            attacks.incrementAndGet();
        }
    }

    private static boolean isAttack(ProducerRecord<?, ?> record) {
        Header label = record.headers().lastHeader(GroundTruth.LABEL.header());
        return label != null && Arrays.equals(label.value(), ATTACK);
    }
}
