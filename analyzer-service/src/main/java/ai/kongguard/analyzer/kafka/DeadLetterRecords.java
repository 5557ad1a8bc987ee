package ai.kongguard.analyzer.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.DeadLetter;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes dead letters of records that could not be used. */
final class DeadLetterRecords {

    /** With its headers a letter must fit where the record came from: one that did not would come back for ever. */
    private static final int MAX_LETTER = 512 * 1024;

    private DeadLetterRecords() {}

    static ProducerRecord<String, byte[]> of(
            ConsumerRecord<String, byte[]> record, String reason, String deadLetterTopic) {
        byte[] raw = record.value();
        boolean cut = raw != null && raw.length > MAX_LETTER;
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                deadLetterTopic, null, record.timestamp(), record.topic(), cut ? Arrays.copyOf(raw, MAX_LETTER) : raw);
        letter.headers()
                .add(DeadLetter.REASON, reason.getBytes(UTF_8))
                .add(DeadLetter.SOURCE, record.topic().getBytes(UTF_8))
                .add(DeadLetter.POSITION, position(record).getBytes(UTF_8));
        if (cut) {
            letter.headers().add(DeadLetter.TRUNCATED, "true".getBytes(UTF_8));
        }
        return letter;
    }

    /** Where a record lies in its topic. */
    static String position(ConsumerRecord<String, byte[]> record) {
        return record.partition() + "-" + record.offset();
    }
}
