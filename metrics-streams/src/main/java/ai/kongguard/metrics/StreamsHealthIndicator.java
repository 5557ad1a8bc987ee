package ai.kongguard.metrics;

import org.apache.kafka.streams.KafkaStreams.State;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while Kafka Streams runs or rebalances; tells its state and the last failure. */
final class StreamsHealthIndicator extends AbstractHealthIndicator {

    private final StreamsLifecycle streams;

    StreamsHealthIndicator(StreamsLifecycle streams) {
        super("Kafka Streams state is unknown");
        this.streams = streams;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        State state = streams.state();
        builder.status(state == State.RUNNING || state == State.REBALANCING ? "UP" : "DOWN")
                .withDetail("state", state);
        Throwable failure = streams.lastFailure();
        if (failure != null) {
            builder.withDetail("last_failure", failure.toString());
        }
    }
}
