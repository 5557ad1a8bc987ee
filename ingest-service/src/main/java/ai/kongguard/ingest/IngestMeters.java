package ai.kongguard.ingest;

import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one instance counts since it started, per source: received = accepted + rejected + stream + duplicates. The
 * elements of a body that was answered 503 are in none of them, but the body is in {@code unavailable}. Of the simulator's
 * runs that it executes: planned = sent + errors + those that did not leave; {@code late} and {@code refused} are sent too.
 * Thread-safe.
 */
public final class IngestMeters {

    private final MeterRegistry registry;
    private final Map<Long, RunStatus> openRuns = new ConcurrentHashMap<>();

    public IngestMeters(MeterRegistry registry) {
        this.registry = registry;
        for (State state : State.values()) {
            if (!state.isEnd()) {
                Gauge.builder("kongguard.ingest.runs.open", () -> open(state))
                        .description("Runs of the simulator that are queued or executed here")
                        .tag("state", state.wireName())
                        .register(registry);
            }
        }
        Gauge.builder("kongguard.ingest.runs.behind", this::behindSeconds)
                .description("How long the most overdue request of a run is overdue")
                .baseUnit("seconds")
                .register(registry);
    }

    /** How a run that this instance executes stands; told about every second, and at its end. */
    public void run(RunStatus now) {
        boolean ended = now.state().isEnd();
        RunStatus before = ended ? openRuns.remove(now.runId()) : openRuns.put(now.runId(), now);
        requests("sent", "Requests of runs that arrived", now.sent(), before == null ? 0 : before.sent());
        requests(
                "errors",
                "Requests of runs that could not be sent",
                now.errors(),
                before == null ? 0 : before.errors());
        requests("refused", "Answers 403 and 429 to runs", now.refused(), before == null ? 0 : before.refused());
        requests("late", "Requests of runs that left late", now.late(), before == null ? 0 : before.late());
        if (ended) {
            Counter.builder("kongguard.ingest.runs.ended")
                    .description("Runs of the simulator that ended here, by how")
                    .baseUnit("runs")
                    .tag("state", now.state().wireName())
                    .register(registry)
                    .increment();
        }
    }

    /** A body was answered with what became of it. */
    public void answered(String source, IngestResult result, Duration took) {
        count(source, "received", "Elements of answered bodies", result.received());
        count(source, "accepted", "Events on the traffic topic", result.accepted());
        count(source, "rejected", "Elements that are no event", result.rejected());
        count(source, "stream", "Entries of TCP, TLS and UDP routes", result.stream());
        count(source, "duplicates", "Events that were accepted before under the same id", result.duplicates());
        // There from the start, so that the first one is seen as an increase.
        unavailable(source, 0);
        Timer.builder("kongguard.ingest.body")
                .description("Time from the first byte of a body to the acknowledgement of its last event")
                .tag("source", source)
                .register(registry)
                .record(took);
    }

    /** A body was answered 503. */
    public void unavailable(String source) {
        unavailable(source, 1);
    }

    private void unavailable(String source, int bodies) {
        Counter.builder("kongguard.ingest.unavailable")
                .description("Bodies answered 503 because the broker did not acknowledge them")
                .baseUnit("bodies")
                .tag("source", source)
                .register(registry)
                .increment(bodies);
    }

    private double open(State state) {
        return openRuns.values().stream().filter(run -> run.state() == state).count();
    }

    private double behindSeconds() {
        return openRuns.values().stream().mapToLong(RunStatus::behindMs).max().orElse(0) / 1e3;
    }

    private void requests(String name, String meaning, long now, long before) {
        Counter.builder("kongguard.ingest.runs." + name)
                .description(meaning)
                .baseUnit("requests")
                .register(registry)
                .increment(now - before);
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
