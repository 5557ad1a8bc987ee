package ai.kongguard.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.Action;
import ai.kongguard.event.Feedback;
import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TopicSpec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestEvents;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events, labels, verdicts of two tiers, revisions, copies and feedback, out of order; the same for one seed. */
final class MixedRun implements AutoCloseable {

    private static final ThreatType[] ATTACKS = {ThreatType.XSS, ThreatType.SQL_INJECTION, ThreatType.RCE};
    private static final @org.jspecify.annotations.Nullable Integer[] STATUSES = {200, 201, 302, 404, 500, null};

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
            sendEvent("e" + i, "203.0.113." + i % 200, start.plusMillis(random.nextInt(90_000)), i);
            if (i % 500 == 0) {
                feedback("e" + Math.max(0, i - random.nextInt(2_000)), i % 1_000 == 0);
            }
        }
        producer.flush();
    }

    private void sendEvent(String id, String ip, Instant at, int i) {
        boolean attack = i % 3 == 0;
        ThreatType type = attack ? ATTACKS[i % ATTACKS.length] : ThreatType.NONE;
        @org.jspecify.annotations.Nullable Integer status = STATUSES[i % STATUSES.length];
        TrafficEvent event = TestEvents.observed(TestEvents.event(id, ip, "/api/" + i % 50, "id=" + i), at, status);
        Map<String, String> truth = i % 5 < 3
                ? Map.of(
                        GroundTruth.LABEL.header(),
                        attack ? "attack" : "benign",
                        GroundTruth.TYPE.header(),
                        type.wireName(),
                        GroundTruth.RUN_ID.header(),
                        "run" + i / 30_000)
                : Map.of();
        Verdict local = TestEvents.judgedAfter(
                TestEvents.verdict(id, ip, "local", action(attack), type, at), random.nextInt(300));
        boolean verdictFirst = random.nextInt(10) == 0;
        if (verdictFirst) {
            send(Topics.VERDICTS, ip, at, RecordCodec.VERDICT.encode(local), Map.of());
        }
        byte[] traffic = RecordCodec.TRAFFIC_EVENT.encode(event);
        send(Topics.TRAFFIC, ip, at, traffic, truth);
        if (!verdictFirst) {
            send(Topics.VERDICTS, ip, at, RecordCodec.VERDICT.encode(local), Map.of());
        }
        if (random.nextInt(20) == 0) {
            send(Topics.TRAFFIC, ip, at, traffic, truth);
            send(Topics.VERDICTS, ip, at, RecordCodec.VERDICT.encode(local), Map.of());
        }
        if (random.nextInt(20) == 0) {
            Verdict second = TestEvents.revised(local, 1, action(attack), attack ? ThreatType.SSRF : type);
            send(Topics.VERDICTS, ip, at, RecordCodec.VERDICT.encode(second), Map.of());
        }
        if (i % 4 == 0) {
            Verdict cloud = TestEvents.verdict(id, ip, "cloud", action(attack), type, at);
            send(Topics.VERDICTS, ip, at, RecordCodec.VERDICT.encode(cloud), Map.of());
        }
    }

    private Action action(boolean attack) {
        boolean right = random.nextInt(10) > 0;
        return attack == right ? random.nextBoolean() ? Action.BLOCK : Action.RATE_LIMIT : Action.ALLOW;
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
