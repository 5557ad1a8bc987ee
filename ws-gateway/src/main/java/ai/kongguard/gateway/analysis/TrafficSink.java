package ai.kongguard.gateway.analysis;

import ai.kongguard.event.TrafficEvent;
import java.util.concurrent.CompletableFuture;

/** Where events go to be judged. Thread-safe. */
public interface TrafficSink {

    /** Done when the event is stored; failed with the reason, which is never null, when that cannot be said in time. */
    CompletableFuture<Void> publish(TrafficEvent event);
}
