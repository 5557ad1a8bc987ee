package ai.kongguard.ingest;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.ingest.EventSink.Delivery;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.redact.Redactor;
import ai.kongguard.traffic.GeneratedRequest;
import ai.kongguard.traffic.Profile;
import ai.kongguard.traffic.TrafficGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A gentle mix of generated requests, so that there is something to look at. Its events say that they are demo traffic,
 * and carry their truth where no judge can see it. One thread sends.
 */
public final class DemoTraffic {

    /** The {@link TrafficEvent#source()} of its events. */
    public static final String SOURCE = "demo";

    private static final Logger LOG = LoggerFactory.getLogger(DemoTraffic.class);

    private final EventSink sink;
    private final Bounds bounds;
    private final Redactor redactor;
    private final InstantSource clock;
    private final TrafficGenerator generator;
    private final long seed;
    private final String runId;
    private final Duration patience;
    private boolean failing;

    public DemoTraffic(
            EventSink sink, Bounds bounds, Redactor redactor, InstantSource clock, long seed, Duration patience) {
        this.sink = sink;
        this.bounds = bounds;
        this.redactor = redactor;
        this.clock = clock;
        this.generator = TrafficGenerator.of(seed, Profile.DEMO);
        this.seed = seed;
        this.runId = SOURCE + "-" + seed;
        this.patience = patience;
    }

    /** Sends one request. A broker that is away is told in the log, once; the next call tries again. */
    public void sendNext() {
        GeneratedRequest request = generator.next();
        try {
            Delivery delivery = sink.open();
            delivery.send(event(request), truth(request), () -> {});
            delivery.await(patience);
            failing = false;
        } catch (SinkUnavailableException e) {
            if (!failing) {
                LOG.warn("Demo traffic cannot be sent and goes on when it can: {}", e.getMessage());
            }
            failing = true;
        }
    }

    private TrafficEvent event(GeneratedRequest request) {
        Instant now = clock.instant();
        Instant began = now.minusMillis(Math.round(request.latencyMs()));
        return GeneratedEvent.of(request, request.id(), SOURCE, began, now, bounds, redactor);
    }

    private Map<String, String> truth(GeneratedRequest request) {
        return GeneratedEvent.truth(request.truth(), runId, seed);
    }
}
