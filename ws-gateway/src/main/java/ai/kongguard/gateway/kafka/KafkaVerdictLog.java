package ai.kongguard.gateway.kafka;

import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.gateway.stream.Cursor;
import ai.kongguard.gateway.stream.PositionedVerdict;
import ai.kongguard.gateway.stream.VerdictLog;
import ai.kongguard.kafka.BoundedConsumer;
import ai.kongguard.kafka.KafkaAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads committed verdicts again, each reading with a consumer of its own and no group. */
public final class KafkaVerdictLog implements VerdictLog {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int API_TIMEOUT_MS = 10_000;
    private static final int PAGE = 500;

    private final String topic;
    private final Map<String, Object> config;

    /** Of {@code topic}, by its full name. */
    public KafkaVerdictLog(KafkaAccess kafka, String topic) {
        this.topic = topic;
        config = kafka.consumerConfig("gateway-catch-up");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, PAGE);
        // What was deleted under a reading must not be skipped silently.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
    }

    @Override
    public Reading open() {
        return new Kafka(new BoundedConsumer<>(config));
    }

    private final class Kafka implements Reading {

        private final Consumer<String, byte[]> consumer;

        Kafka(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public Cursor earliest(Cursor end) {
            Map<Integer, Long> earliest = new HashMap<>();
            consumer.beginningOffsets(partitions(end)).forEach((at, offset) -> earliest.put(at.partition(), offset));
            return Cursor.of(earliest);
        }

        @Override
        public Page read(Cursor from, Cursor to) {
            Set<TopicPartition> unread = partitions(to).stream()
                    .filter(at -> from.next(at.partition()) < to.next(at.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(unread);
            unread.forEach(at -> consumer.seek(at, from.next(at.partition())));
            List<PositionedVerdict> verdicts = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < to.next(record.partition())) {
                    add(record, verdicts);
                }
            }
            Map<Integer, Long> next = new HashMap<>(from.offsets());
            for (TopicPartition at : unread) {
                next.put(at.partition(), Math.min(consumer.position(at), to.next(at.partition())));
            }
            return new Page(verdicts, Cursor.of(next));
        }

        private Set<TopicPartition> partitions(Cursor cursor) {
            return cursor.offsets().keySet().stream()
                    .map(partition -> new TopicPartition(topic, partition))
                    .collect(Collectors.toSet());
        }

        private static void add(ConsumerRecord<String, byte[]> record, List<PositionedVerdict> verdicts) {
            try {
                verdicts.add(new PositionedVerdict(
                        record.partition(), record.offset(), RecordCodec.VERDICT.decode(record.value())));
            } catch (MalformedRecordException e) {
                // Counted by the reader of the live feed, and no verdict to anybody.
                return;
            }
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
