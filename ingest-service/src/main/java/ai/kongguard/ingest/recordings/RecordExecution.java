package ai.kongguard.ingest.recordings;

import ai.kongguard.event.RecordingOrder;
import ai.kongguard.event.RecordingProgress;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import ai.kongguard.ingest.simulation.Execution;
import ai.kongguard.ingest.simulation.RefusedRunException;
import ai.kongguard.recording.RecordingFile;
import ai.kongguard.replay.record.OffsetRange;
import ai.kongguard.replay.record.RecordOrder;
import ai.kongguard.replay.record.RecordProgress;
import ai.kongguard.replay.record.Recorder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records what lies in the topics into the folder. However it ends, a file that has its name can be played. */
final class RecordExecution implements Execution {

    private static final Logger LOG = LoggerFactory.getLogger(RecordExecution.class);
    private static final String CREATED_BY = "Kong Guard AI, ingest-service";

    private final long runId;
    private final RunOrder order;
    private final RecordingOrder asked;
    private final String instance;
    private final RecordingFolder folder;
    private final Map<String, Object> clientConfig;
    private final String topicPrefix;
    private final InstantSource clock;
    private volatile @Nullable RecordingProgress progress;
    private volatile @Nullable Instant startedAt;
    private volatile @Nullable State end;
    private volatile @Nullable String reason;
    private volatile boolean stopped;

    RecordExecution(
            long runId,
            RunOrder order,
            String instance,
            RecordingFolder folder,
            Map<String, Object> clientConfig,
            String topicPrefix,
            InstantSource clock) {
        this.runId = runId;
        this.order = order;
        this.asked = Objects.requireNonNull(order.recording());
        this.instance = instance;
        this.folder = folder;
        this.clientConfig = clientConfig;
        this.topicPrefix = topicPrefix;
        this.clock = clock;
    }

    @Override
    public long runId() {
        return runId;
    }

    @Override
    public RunOrder order() {
        return order;
    }

    @Override
    public void run() {
        if (!stopped) {
            startedAt = clock.instant();
            try {
                record();
            } catch (RefusedRunException | IllegalArgumentException | IOException e) {
                fail(Objects.requireNonNullElse(e.getMessage(), e.toString()));
            } catch (RuntimeException e) {
                LOG.error("Recording {} failed", asked.name(), e);
                fail(e.toString());
            }
        }
        if (end == null) {
            end = reason != null && stopped ? State.FAILED : stopped ? State.STOPPED : State.COMPLETED;
        }
    }

    private void record() throws IOException {
        RecordOrder what = new RecordOrder(
                topicPrefix,
                asked.from(),
                asked.to(),
                asked.offsets() == null ? Map.of() : OffsetRange.parse(asked.offsets()),
                asked.runs(),
                asked.clients(),
                asked.incident(),
                asked.verdicts(),
                false,
                Long.MAX_VALUE,
                folder.maxBytes(),
                asked.anonymise());
        Path path = folder.begin(asked.name());
        try {
            RecordProgress last = new Recorder(clientConfig, what, clock)
                    .record(CREATED_BY, manifest -> RecordingFile.at(path, false, manifest), this::told, () -> stopped);
            if (last.bytes() >= folder.maxBytes()) {
                reason = "it ends early: it has reached kongguard.ingest.recordings.max-size";
            }
        } finally {
            folder.ended(asked.name());
        }
    }

    private void told(RecordProgress now) {
        progress = new RecordingProgress(now.read(), now.of(), now.records(), now.bytes());
    }

    private void fail(String why) {
        reason = why;
        end = State.FAILED;
    }

    @Override
    public RunStatus status(Instant now) {
        State ended = end;
        State state = ended != null ? ended : startedAt == null ? State.QUEUED : State.RUNNING;
        return RunStatus.recording(runId, state, order, instance, reason, startedAt, now, progress);
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public void abort(String why) {
        reason = why;
        stopped = true;
    }
}
