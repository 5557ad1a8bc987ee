package ai.kongguard.ingest;

import ai.kongguard.event.TrafficEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A sink that keeps what it is given, and acknowledges it when awaited unless told to fail. */
final class RecordingSink implements EventSink {

    final List<TrafficEvent> events = new ArrayList<>();
    final List<RejectedEntry> rejected = new ArrayList<>();
    boolean failing;

    @Override
    public Delivery open() {
        List<Runnable> acknowledgements = new ArrayList<>();
        return new Delivery() {
            @Override
            public void send(TrafficEvent event, Map<String, String> headers, Runnable acknowledged) {
                events.add(event);
                acknowledgements.add(acknowledged);
            }

            @Override
            public void send(RejectedEntry entry) {
                rejected.add(entry);
            }

            @Override
            public void await(Duration patience) {
                if (failing) {
                    throw new SinkUnavailableException("told to fail");
                }
                acknowledgements.forEach(Runnable::run);
            }
        };
    }
}
