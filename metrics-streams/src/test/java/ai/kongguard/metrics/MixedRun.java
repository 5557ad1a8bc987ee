package ai.kongguard.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.Feedback;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.TopicSpec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events, labels, verdicts of two tiers, revisions, copies and feedback, out of order; the same for one seed. */
final class MixedRun implements AutoCloseable {

    private final Random random = new Random(11);
    private final String prefix;
    private final KafkaProducer<String, byte[]> producer;

    MixedRun(String bootstrapServers, String prefix) {
        this.prefix = prefix;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Events whose times are spread over a minute and a half from {@code start}; every third is an attack. */
    void send(int from, int count, Instant start) {
        for (int i = from; i < from + count; i++) {
            Instant at = start.plusMillis(random.nextInt(90_000));
            send(new MixedEvent(i, at, random), at, i);
            if (i % 500 == 0) {
                feedback("e" + Math.max(0, i - random.nextInt(2_000)), i % 1_000 == 0);
            }
        }
        producer.flush();
    }

    private void send(MixedEvent event, Instant at, int i) {
        String ip = event.ip;
        byte[] traffic = RecordCodec.TRAFFIC_EVENT.encode(event.traffic());
        Verdict local = event.verdict("local", 0);
        boolean verdictFirst = random.nextInt(10) == 0;
        if (verdictFirst) {
            verdict(local, at);
        }
        send(Topics.TRAFFIC, ip, at, traffic, event.truth());
        if (!verdictFirst) {
            verdict(local, at);
        }
        if (random.nextInt(20) == 0) {
            send(Topics.TRAFFIC, ip, at, traffic, event.truth());
            verdict(local, at);
        }
        if (random.nextInt(20) == 0) {
            verdict(event.verdict("local", 1), at);
            // A copy of the first opinion that comes after the second.
            verdict(local, at);
        }
        if (i % 4 == 0) {
            verdict(event.verdict("cloud", 0), at);
        }
    }

    private void verdict(Verdict verdict, Instant at) {
        send(Topics.VERDICTS, verdict.clientIp(), at, RecordCodec.VERDICT.encode(verdict), Map.of());
    }

    private void feedback(String id, boolean attack) {
        Feedback feedback = new Feedback(Feedback.SCHEMA, id, attack, Instant.now());
        send(Topics.FEEDBACK, id, feedback.givenAt(), RecordCodec.FEEDBACK.encode(feedback), Map.of());
    }

    private void send(TopicSpec topic, String key, Instant at, byte[] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(prefix + topic.name(), null, at.toEpochMilli(), key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        var unused = producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}
