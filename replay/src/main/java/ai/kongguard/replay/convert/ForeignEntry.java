package ai.kongguard.replay.convert;

import ai.kongguard.event.TrafficEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stood in one place of a log.
 *
 * @param line where it begins, from 1
 * @param event what it became; null when it could not be read, or is no HTTP call
 * @param truth headers that tell its label; empty without one
 * @param fault names the field and the reason; null when there is an event, or nothing to make one of
 */
record ForeignEntry(long line, @Nullable TrafficEvent event, Map<String, String> truth, @Nullable String fault) {

    static ForeignEntry of(long line, TrafficEvent event, Map<String, String> truth) {
        return new ForeignEntry(line, event, truth, null);
    }

    static ForeignEntry faulty(long line, String fault) {
        return new ForeignEntry(line, null, Map.of(), fault);
    }

    /** Sound, but no HTTP call. */
    static ForeignEntry passedOver(long line) {
        return new ForeignEntry(line, null, Map.of(), null);
    }
}
