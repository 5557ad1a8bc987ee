package ai.kongguard.ingest;

import ai.kongguard.event.TrafficEvent;
import java.time.Duration;
import java.util.Map;

/** Where events and dead letters go. Thread-safe. */
public interface EventSink {

    /** Begins a delivery, which its caller alone uses. */
    Delivery open();

    /** What is sent together and waited for together. */
    interface Delivery {

        /**
         * Sends an event; returns before it is acknowledged.
         *
         * @param headers record headers that only metrics may read; empty for real traffic
         * @param acknowledged called once when the event is safe; by any thread
         */
        void send(TrafficEvent event, Map<String, String> headers, Runnable acknowledged);

        /** Sends what could not be read. */
        void send(RejectedEntry rejected);

        /**
         * Waits until everything is acknowledged.
         *
         * @throws SinkUnavailableException if anything was not, in time
         */
        void await(Duration patience);
    }
}
