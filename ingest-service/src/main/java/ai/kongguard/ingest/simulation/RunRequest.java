package ai.kongguard.ingest.simulation;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.traffic.GeneratedRequest;
import java.util.Map;

/**
 * One request of a run, ready to be sent.
 *
 * @param generated the request as its client makes it
 * @param event the same as a gateway would have logged it
 * @param truth the record headers that tell what it really is
 */
public record RunRequest(GeneratedRequest generated, TrafficEvent event, Map<String, String> truth) {}
