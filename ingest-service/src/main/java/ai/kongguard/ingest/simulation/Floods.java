package ai.kongguard.ingest.simulation;

import ai.kongguard.event.RunOrder;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.redact.Redactor;
import java.time.InstantSource;
import java.util.function.Function;

/** Makes runs of generated requests. Thread-safe. */
public final class Floods implements Simulator.Executions {

    private final Function<RunOrder, RequestSink> sinks;
    private final Bounds bounds;
    private final Redactor redactor;
    private final InstantSource clock;

    /** {@code sinks} may throw {@link RefusedRunException}. */
    public Floods(Function<RunOrder, RequestSink> sinks, Bounds bounds, Redactor redactor, InstantSource clock) {
        this.sinks = sinks;
        this.bounds = bounds;
        this.redactor = redactor;
        this.clock = clock;
    }

    @Override
    public Execution of(long runId, RunOrder order, String instance) {
        return new Run(runId, order, instance, () -> sinks.apply(order), bounds, redactor, clock);
    }
}
