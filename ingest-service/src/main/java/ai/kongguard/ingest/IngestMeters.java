package ai.kongguard.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * What one instance counts since it started, per source: received = accepted + rejected + stream + duplicates. The
 * elements of a body that was answered 503 are in none of them, but the body is in {@code unavailable}.
 */
public final class IngestMeters {

    private final MeterRegistry registry;

    public IngestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A body was answered with what became of it. */
    public void answered(String source, IngestResult result, Duration took) {
        count(source, "received", "Elements of answered bodies", result.received());
        count(source, "accepted", "Events on the traffic topic", result.accepted());
        count(source, "rejected", "Elements that are no event", result.rejected());
        count(source, "stream", "Entries of TCP, TLS and UDP routes", result.stream());
        count(source, "duplicates", "Events that were accepted before under the same id", result.duplicates());
        Timer.builder("kongguard.ingest.body")
                .description("Time from the first byte of a body to the acknowledgement of its last event")
                .tag("source", source)
                .register(registry)
                .record(took);
    }

    /** A body was answered 503. */
    public void unavailable(String source) {
        Counter.builder("kongguard.ingest.unavailable")
                .description("Bodies answered 503 because the broker did not acknowledge them")
                .baseUnit("bodies")
                .tag("source", source)
                .register(registry)
                .increment();
    }

    private void count(String source, String name, String meaning, double amount) {
        Counter.builder("kongguard.ingest." + name)
                .description(meaning)
                .baseUnit("elements")
                .tag("source", source)
                .register(registry)
                .increment(amount);
    }
}
