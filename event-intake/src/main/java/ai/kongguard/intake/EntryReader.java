package ai.kongguard.intake;

import ai.kongguard.event.TrafficEvent;
import java.time.Instant;
import java.util.Optional;

/** Knows the log format of one kind of gateway. Thread-safe. */
public interface EntryReader {

    /** The {@link TrafficEvent#source()} of its events, such as {@code kong}. */
    String source();

    /** Whether an entry may begin with this field; where a broken entry hides the next one, this tells them apart. */
    boolean mayBeginWith(String field);

    /**
     * The redacted event of one entry; empty for an entry that is sound but no HTTP call, such as a TCP stream.
     *
     * @param entry JSON text, perhaps with invalid UTF-8
     * @param receivedAt when its batch arrived
     * @throws MalformedEntryException if it is no event
     */
    Optional<TrafficEvent> read(Entry entry, Instant receivedAt);
}
