package ai.kongguard.ingest.recordings;

import ai.kongguard.event.RunOrder;
import ai.kongguard.ingest.simulation.Execution;
import ai.kongguard.ingest.simulation.Simulator;
import ai.kongguard.replay.play.Outlet;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.LongFunction;

/** Makes what executes recordings and replays. Thread-safe. */
public final class RecordingExecutions implements Simulator.Executions {

    private final RecordingFolder folder;
    private final Map<String, Object> clientConfig;
    private final String topicPrefix;
    private final LongFunction<Outlet> outlets;
    private final InstantSource clock;

    /**
     * @param clientConfig settings of Kafka clients, by which is recorded
     * @param outlets into the running system, by run
     */
    public RecordingExecutions(
            RecordingFolder folder,
            Map<String, Object> clientConfig,
            String topicPrefix,
            LongFunction<Outlet> outlets,
            InstantSource clock) {
        this.folder = folder;
        this.clientConfig = clientConfig;
        this.topicPrefix = topicPrefix;
        this.outlets = outlets;
        this.clock = clock;
    }

    @Override
    public Execution of(long runId, RunOrder order, String instance) {
        return order.recording() == null
                ? new ReplayExecution(runId, order, instance, folder, outlets, clock)
                : new RecordExecution(runId, order, instance, folder, clientConfig, topicPrefix, clock);
    }
}
