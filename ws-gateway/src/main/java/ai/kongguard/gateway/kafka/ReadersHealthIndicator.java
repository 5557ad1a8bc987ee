package ai.kongguard.gateway.kafka;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up when every reader has reached the end of its topic and still polls; tells what the others wait for. */
public final class ReadersHealthIndicator extends AbstractHealthIndicator {

    /** Longer than one poll with its records takes. */
    private static final long SILENCE_NANOS = Duration.ofSeconds(15).toNanos();

    private final List<TopicReader> readers;

    public ReadersHealthIndicator(List<TopicReader> readers) {
        super("The readers' state is unknown");
        this.readers = List.copyOf(readers);
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        for (TopicReader reader : readers) {
            ReaderStatus status = reader.status();
            boolean silent = System.nanoTime() - status.polledNanos() > SILENCE_NANOS;
            String waitingFor = silent ? "its thread, which has not polled for a while" : status.waitingFor();
            if (waitingFor == null) {
                builder.withDetail(reader.name(), "live");
            } else {
                builder.down().withDetail(reader.name(), "waits for " + waitingFor);
            }
        }
    }
}
