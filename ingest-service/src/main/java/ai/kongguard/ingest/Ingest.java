package ai.kongguard.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.ingest.EventSink.Delivery;
import ai.kongguard.intake.Entry;
import ai.kongguard.intake.EntryReader;
import ai.kongguard.intake.EntrySplitter;
import ai.kongguard.intake.MalformedEntryException;
import ai.kongguard.intake.redact.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a body apart, publishes what can be read, puts the rest aside, and answers when all of it is safe. Thread-safe. */
public final class Ingest {

    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

    private final EventSink sink;
    private final RecentIds recent;
    private final Redactor redactor;
    private final InstantSource clock;
    private final Limits limits;

    /** {@code redactor} is for what is put aside. */
    public Ingest(EventSink sink, RecentIds recent, Redactor redactor, InstantSource clock, Limits limits) {
        this.sink = sink;
        this.recent = recent;
        this.redactor = redactor;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * What one body may cost.
     *
     * @param bodyBytes decompressed; what comes after is not read
     * @param elementBytes a longer element is put aside
     * @param deadLetters elements put aside from one body; further ones are only counted and told
     * @param patience to wait for acknowledgements
     */
    public record Limits(long bodyBytes, int elementBytes, int deadLetters, Duration patience) {}

    /**
     * Publishes a body.
     *
     * @param lines whether the sender says that each line is an element
     * @throws SinkUnavailableException if not all of it was acknowledged; sending it again is safe
     * @throws IOException if the sender went away
     */
    public IngestResult ingest(EntryReader reader, InputStream body, boolean lines) throws IOException {
        Instant receivedAt = clock.instant();
        BoundedBody bounded = new BoundedBody(body, limits.bodyBytes());
        EntrySplitter elements = new EntrySplitter(bounded, limits.elementBytes(), lines, reader::mayBeginWith);
        Batch batch = new Batch(reader);
        for (Entry entry = elements.next(); entry != null; entry = elements.next()) {
            batch.take(entry, receivedAt, bounded.fault());
        }
        if (!bounded.fault().isEmpty() && !batch.faultTold) {
            batch.reject(null, bounded.fault());
        }
        batch.delivery.await(limits.patience());
        return batch.result();
    }

    /** One body on its way. */
    private final class Batch {

        private final EntryReader reader;
        private final Delivery delivery = sink.open();
        private final List<IngestResult.Error> errors = new ArrayList<>();
        private final RecentIds.Batch ids = recent.open();
        private long received;
        private long accepted;
        private long rejected;
        private long stream;
        private long duplicates;
        private boolean faultTold;

        Batch(EntryReader reader) {
            this.reader = reader;
        }

        void take(Entry entry, Instant receivedAt, String fault) {
            if (entry.isOversize()) {
                reject(entry, "larger than " + limits.elementBytes() + " bytes (kongguard.ingest.max-element-size)");
                return;
            }
            try {
                publish(reader.read(entry, receivedAt));
                received++;
            } catch (MalformedEntryException e) {
                faultTold |= !fault.isEmpty();
                reject(entry, fault.isEmpty() ? e.reason() : fault);
            } catch (RuntimeException e) {
                // A fault of ours must not make a gateway send its batch for ever. The message might quote the payload.
                LOG.warn(
                        "Could not read an entry, it is put aside: {} at {}",
                        e.getClass(),
                        Arrays.stream(e.getStackTrace()).findFirst());
                reject(entry, "could not be read: " + e.getClass().getName());
            }
        }

        private void publish(Optional<TrafficEvent> event) {
            if (event.isEmpty()) {
                stream++;
            } else if (!ids.add(event.get().eventId())) {
                duplicates++;
            } else {
                String id = event.get().eventId();
                delivery.send(event.get(), Map.of(), () -> recent.acknowledged(id));
                accepted++;
            }
        }

        void reject(@Nullable Entry entry, String reason) {
            if (errors.size() < IngestResult.MAX_ERRORS) {
                errors.add(new IngestResult.Error(received, reason));
            }
            if (rejected < limits.deadLetters()) {
                byte[] bytes = entry == null ? new byte[0] : safeBytes(entry);
                boolean truncated = entry == null || entry.isOversize();
                delivery.send(new RejectedEntry(reader.source(), received, reason, bytes, truncated));
            }
            received++;
            rejected++;
        }

        IngestResult result() {
            return new IngestResult(received, accepted, rejected, stream, duplicates, List.copyOf(errors));
        }
    }

    /** As it came, but for credentials; invalid UTF-8 stays when there are none. */
    private byte[] safeBytes(Entry entry) {
        String text = new String(entry.buffer(), entry.offset(), entry.length(), UTF_8);
        List<String> redacted = new ArrayList<>();
        String safe = redactor.json(text, "entry", redacted);
        return redacted.isEmpty()
                ? Arrays.copyOfRange(entry.buffer(), entry.offset(), entry.offset() + entry.length())
                : safe.getBytes(UTF_8);
    }
}
