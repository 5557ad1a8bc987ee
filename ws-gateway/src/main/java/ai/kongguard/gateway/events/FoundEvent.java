package ai.kongguard.gateway.events;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.gateway.stream.PositionedVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look-up found. Immutable.
 *
 * @param stored the event; null when it was not found
 * @param verdicts by tier, then by revision
 * @param searched records that were looked at
 * @param complete whether everything was looked at that may be about the event; else a bound ended the search
 */
public record FoundEvent(@Nullable Stored stored, List<PositionedVerdict> verdicts, long searched, boolean complete) {

    /** Whether there is neither the event nor a verdict. */
    public boolean isNothing() {
        return stored == null && verdicts.isEmpty();
    }

    /**
     * An event and where it lies.
     *
     * @param topic its full name
     * @param partition from 0
     * @param offset from 0
     * @param truth null unless it was generated
     */
    public record Stored(TrafficEvent event, String topic, int partition, long offset, @Nullable Truth truth) {}

    /**
     * What a generated request really is.
     *
     * @param label {@code attack} or {@code benign}
     * @param type wire name of the kind of attack; null when it is not told
     * @param run the run that made it; null when it is not told
     */
    public record Truth(String label, @Nullable String type, @Nullable String run) {}
}
