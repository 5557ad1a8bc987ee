package ai.kongguard.metrics;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the topology while the context runs. A thread that dies is replaced; the cause is logged and kept for health. */
final class StreamsLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsLifecycle.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Supplier<Topology> topologies;
    private final Properties config;
    private final AtomicReference<@Nullable Throwable> lastFailure = new AtomicReference<>();
    private @Nullable KafkaStreams streams;

    StreamsLifecycle(Supplier<Topology> topologies, Properties config) {
        this.topologies = topologies;
        this.config = config;
    }

    @Override
    public synchronized void start() {
        Topology topology = topologies.get();
        LOG.debug("{}", topology.describe());
        KafkaStreams started = new KafkaStreams(topology, config);
        started.setUncaughtExceptionHandler(failure -> {
            lastFailure.set(failure);
            LOG.error("A stream thread failed and is replaced", failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        started.start();
        streams = started;
    }

    @Override
    public synchronized void stop() {
        KafkaStreams running = streams;
        streams = null;
        if (running != null && !running.close(goodbye())) {
            LOG.warn("Kafka Streams did not stop within {}; what it had not committed is counted again", CLOSE_TIMEOUT);
        }
    }

    /** Without leaving the group, its partitions would stand still until the session expires. */
    private static CloseOptions goodbye() {
        return CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_TIMEOUT);
    }

    @Override
    public synchronized boolean isRunning() {
        return streams != null;
    }

    /** Kafka Streams' state; {@code NOT_RUNNING} before start and after stop. */
    synchronized KafkaStreams.State state() {
        return streams == null ? KafkaStreams.State.NOT_RUNNING : streams.state();
    }

    /** Why a thread died last; null when none did. */
    @Nullable Throwable lastFailure() {
        return lastFailure.get();
    }
}
