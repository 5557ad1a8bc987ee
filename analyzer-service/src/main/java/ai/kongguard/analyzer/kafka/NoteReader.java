package ai.kongguard.analyzer.kafka;

import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ReviewNote;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all notes from the first on, in their order, on a thread of its own until it is closed. */
public final class NoteReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NoteReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_PATIENCE = Duration.ofMillis(1_500);

    private final Supplier<KafkaConsumer<String, byte[]>> consumers;
    private final TopicPartition partition;
    private final Consumer<ReviewNote> each;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private long next;

    /** Starts at once; {@code topic}, by its full name, has one partition. */
    public NoteReader(Supplier<KafkaConsumer<String, byte[]>> consumers, String topic, Consumer<ReviewNote> each) {
        this.consumers = consumers;
        this.partition = new TopicPartition(topic, 0);
        this.each = each;
        thread = new Thread(this::run, "analyzer-review-notes");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(STOP_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                follow();
            } while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException | InterruptException e) {
            LOG.warn("The reader of {} was interrupted and stops", partition);
        }
    }

    /** Goes on where it was when the broker went away. */
    private void follow() {
        try (KafkaConsumer<String, byte[]> consumer = consumers.get()) {
            consumer.assign(List.of(partition));
            if (next == 0) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, next);
            }
            while (stopped.getCount() > 0) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    read(record);
                    next = record.offset() + 1;
                }
            }
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("Reading {} failed: trying again in {}", partition, PAUSE, e);
        }
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        try {
            byte[] value = record.value();
            if (value != null) {
                each.accept(RecordCodec.REVIEW_NOTE.decode(value));
            }
        } catch (MalformedRecordException e) {
            LOG.warn("Not a note, skipped: {} {}", partition, record.offset(), e);
        }
    }
}
