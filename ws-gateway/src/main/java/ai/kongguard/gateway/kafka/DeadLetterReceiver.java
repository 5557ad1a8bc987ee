package ai.kongguard.gateway.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.DeadLetter;
import ai.kongguard.gateway.deadletters.DeadLetters;
import ai.kongguard.gateway.deadletters.Letter;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Counts dead letters by what their headers say; their bytes are left where they are. */
public final class DeadLetterReceiver implements RecordReceiver {

    private final DeadLetters letters;

    public DeadLetterReceiver(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public void receive(ConsumerRecord<String, byte[]> record, boolean live) {
        byte[] value = record.value();
        letters.add(new Letter(
                Instant.ofEpochMilli(record.timestamp()),
                header(record, DeadLetter.SOURCE, "unknown"),
                header(record, DeadLetter.REASON, "no reason given"),
                header(record, DeadLetter.POSITION, "unknown"),
                header(record, DeadLetter.TRUNCATED, "false").equals("true"),
                value == null ? 0 : value.length,
                record.partition(),
                record.offset()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name, String otherwise) {
        Header header = record.headers().lastHeader(name);
        byte[] value = header == null ? null : header.value();
        return value == null ? otherwise : new String(value, UTF_8);
    }
}
