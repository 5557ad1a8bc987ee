package ai.kongguard.analyzer.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** An escalation that the broker has locked for us, until it is acknowledged or the lock expires. */
final class Held {

    private final int deliveries;
    private ConsumerRecord<String, byte[]> record;
    private boolean inHand = true;
    private volatile long lockedUntilNanos;
    private volatile @Nullable AcknowledgeType end;

    Held(ConsumerRecord<String, byte[]> record, long lockedUntilNanos) {
        this.record = record;
        this.deliveries = record.deliveryCount().map(Short::intValue).orElse(1);
        this.lockedUntilNanos = lockedUntilNanos;
    }

    /** Where it lies. */
    record Place(int partition, long offset) {

        static Place of(ConsumerRecord<String, byte[]> record) {
            return new Place(record.partition(), record.offset());
        }
    }

    ConsumerRecord<String, byte[]> record() {
        return record;
    }

    /** Whether somebody had it before, who may have written its revision. */
    boolean isRedelivered() {
        return deliveries > 1;
    }

    /** From any thread: whether nobody else is given it within this time. */
    boolean isLockedFor(Duration time) {
        return lockedUntilNanos - System.nanoTime() > time.toNanos();
    }

    /** What it shall be acknowledged with; null while that is not known. */
    @Nullable AcknowledgeType end() {
        return end;
    }

    /** From any thread. */
    void ended(AcknowledgeType type) {
        end = type;
    }

    /** Whether it may be acknowledged now; not while its lock is being renewed. */
    boolean isInHand() {
        return inHand;
    }

    void renewing() {
        inHand = false;
    }

    /** The same delivery came back with a longer lock; false if it is another delivery. */
    boolean renewed(ConsumerRecord<String, byte[]> again, long untilNanos) {
        if (again.deliveryCount().map(Short::intValue).orElse(1) != deliveries) {
            return false;
        }
        record = again;
        inHand = true;
        lockedUntilNanos = untilNanos;
        return true;
    }

    /** Somebody else may be given it. */
    void lost() {
        lockedUntilNanos = System.nanoTime();
    }
}
