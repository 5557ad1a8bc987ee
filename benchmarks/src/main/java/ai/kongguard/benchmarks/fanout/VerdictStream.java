package ai.kongguard.benchmarks.fanout;

import ai.kongguard.event.Action;
import ai.kongguard.event.Finding;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes verdicts to their topic at a steady rate; the id of each tells when. */
final class VerdictStream implements AutoCloseable {

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final KafkaProducer<String, byte[]> producer;

    VerdictStream(String bootstrapServers, int perSecond) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
        var unused = thread.scheduleAtFixedRate(
                this::write, 0, TimeUnit.SECONDS.toNanos(1) / perSecond, TimeUnit.NANOSECONDS);
    }

    private void write() {
        Verdict verdict = verdict("t" + System.nanoTime());
        var unused = producer.send(
                new ProducerRecord<>(Topics.VERDICTS.name(), verdict.clientIp(), RecordCodec.VERDICT.encode(verdict)));
    }

    private static Verdict verdict(String id) {
        Instant now = Instant.now();
        Finding finding = new Finding("sqli", ThreatType.SQL_INJECTION, "query.id", 0, 12, "1' OR '1'='1", 0.9);
        return new Verdict(
                Verdict.SCHEMA,
                id,
                "local",
                0,
                "kong",
                "203.0.113.7",
                "GET",
                "shop.example.com",
                "/api/v1/orders",
                "id=1'%20OR%20'1'='1",
                200,
                "orders",
                "order-service",
                0.95,
                0.9,
                ThreatType.SQL_INJECTION,
                Action.BLOCK,
                List.of(finding),
                "A tautology in query.id would make the condition true for every row",
                "local/kg-local-1",
                null,
                now,
                now,
                now,
                900);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        producer.close();
    }
}
