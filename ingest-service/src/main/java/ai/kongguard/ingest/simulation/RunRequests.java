package ai.kongguard.ingest.simulation;

import ai.kongguard.event.RunOrder;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.ingest.GeneratedEvent;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.redact.Redactor;
import ai.kongguard.traffic.GeneratedRequest;
import ai.kongguard.traffic.RunPlan;
import ai.kongguard.traffic.RunTraffic;
import java.time.Instant;

/** The requests of one run: the same bytes for the same run id, order and start. Thread-safe. */
public final class RunRequests {

    /** The {@link TrafficEvent#source()} of simulated events. */
    public static final String SOURCE = "simulator";

    private final String runId;
    private final RunOrder order;
    private final RunPlan plan;
    private final Instant start;
    private final RunTraffic traffic;
    private final Bounds bounds;
    private final Redactor redactor;

    /** {@code start} is the event time of the first request. */
    public RunRequests(long runId, RunOrder order, RunPlan plan, Instant start, Bounds bounds, Redactor redactor) {
        this.runId = Long.toString(runId);
        this.order = order;
        this.plan = plan;
        this.start = start;
        this.traffic = new RunTraffic(order);
        this.bounds = bounds;
        this.redactor = redactor;
    }

    /** The request with this index, from 0. Its time is when it is due, so what delays it is latency. */
    public RunRequest at(long index) {
        GeneratedRequest generated = traffic.at(index);
        Instant due = start.plusNanos(plan.offsetNanos(index));
        String id = order.eventId(start, index);
        TrafficEvent event = GeneratedEvent.of(generated, id, SOURCE, due, due, bounds, redactor);
        return new RunRequest(generated, event, GeneratedEvent.truth(generated.truth(), runId, order.seed()));
    }
}
