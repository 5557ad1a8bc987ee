package ai.kongguard.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.detect.Judge;
import ai.kongguard.detect.Judgement;
import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Events of the demo's mix with their verdicts, every second labelled, over ten minutes of event time. */
final class LabelledTraffic {

    /** Distinct requests; judging each anew would take longer than the run that this is for. */
    private static final int SAMPLE = 5_000;

    private static final long SPAN_MS = 600_000;

    private LabelledTraffic() {}

    static void send(String bootstrapServers, int events, int clients) {
        List<TrafficEvent> sample = SampleTraffic.events("mix", SAMPLE);
        Judge judge = SampleTraffic.judge();
        List<Judgement> judgements =
                sample.stream().map(event -> judge.judge(event, List.of())).toList();
        Instant start = Instant.now().minusMillis(SPAN_MS);
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "linger.ms",
                20,
                "batch.size",
                256 * 1024,
                "compression.type",
                "lz4");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < events; i++) {
                Instant at = start.plusMillis(SPAN_MS * i / events);
                String ip = "10." + (i % clients >> 16) + "." + (i % clients >> 8 & 255) + "." + (i % clients & 255);
                TrafficEvent event = event(sample.get(i % SAMPLE), "load-" + i, ip, at);
                Judgement judgement = judgements.get(i % SAMPLE);
                ProducerRecord<String, byte[]> traffic = record(Topics.TRAFFIC.name(), ip, at, event);
                if (i % 2 == 0) {
                    boolean attack = judgement.action().blocks();
                    header(traffic, GroundTruth.LABEL, attack ? "attack" : "benign");
                    header(traffic, GroundTruth.TYPE, judgement.threatType().wireName());
                    header(traffic, GroundTruth.RUN_ID, "run" + i / 100_000);
                }
                var first = producer.send(traffic);
                var second = producer.send(new ProducerRecord<>(
                        Topics.VERDICTS.name(),
                        null,
                        at.toEpochMilli(),
                        ip,
                        RecordCodec.VERDICT.encode(verdict(event, judgement))));
                if (first.isCancelled() || second.isCancelled()) {
                    throw new IllegalStateException("not sent");
                }
            }
        }
    }

    private static ProducerRecord<String, byte[]> record(String topic, String ip, Instant at, TrafficEvent event) {
        return new ProducerRecord<>(topic, null, at.toEpochMilli(), ip, RecordCodec.TRAFFIC_EVENT.encode(event));
    }

    private static void header(ProducerRecord<?, ?> record, GroundTruth name, String value) {
        record.headers().add(name.header(), value.getBytes(UTF_8));
    }

    private static TrafficEvent event(TrafficEvent e, String id, String ip, Instant at) {
        return new TrafficEvent(
                e.schema(),
                id,
                e.source(),
                at,
                at,
                e.method(),
                e.scheme(),
                e.host(),
                e.path(),
                e.query(),
                e.httpVersion(),
                ip,
                e.forwardedFor(),
                e.userAgent(),
                e.referer(),
                e.headers(),
                e.body(),
                e.bodyTruncated(),
                e.status(),
                e.upstreamStatus(),
                e.bytesIn(),
                e.bytesOut(),
                e.latency(),
                e.route(),
                e.service(),
                e.consumer(),
                e.tls(),
                e.traceId(),
                e.decidedBy(),
                e.flags(),
                e.redacted(),
                e.extra());
    }

    private static Verdict verdict(TrafficEvent event, Judgement judgement) {
        return new Verdict(
                Verdict.SCHEMA,
                event.eventId(),
                "local",
                0,
                event.source(),
                event.clientIp(),
                event.method(),
                event.host(),
                event.path(),
                event.query(),
                event.status(),
                event.route(),
                event.service(),
                judgement.score(),
                judgement.confidence(),
                judgement.threatType(),
                judgement.action(),
                judgement.findings(),
                judgement.reasoning(),
                judgement.model(),
                null,
                event.observedAt(),
                event.receivedAt(),
                event.receivedAt().plusMillis(7),
                30);
    }
}
