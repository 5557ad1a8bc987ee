package ai.kongguard.replay.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.GroundTruth;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Which records of the ranges read are meant. Verdicts follow their events in the sequence it is asked about. One thread. */
final class Selection {

    /**
     * Events remembered for their verdicts, which come soon after them in the merged sequence; a second opinion that
     * comes later than so many events is left out.
     */
    static final int REMEMBERED = 250_000;

    private final RecordOrder order;
    private final Incidents.@Nullable Found incident;
    private final Set<String> taken = new LinkedHashSet<>();
    private final List<byte[]> runs;
    private final List<byte[]> clients;

    Selection(RecordOrder order, Incidents.@Nullable Found incident) {
        this.order = order;
        this.incident = incident;
        this.runs = order.runs().stream().map(run -> run.getBytes(UTF_8)).toList();
        this.clients =
                order.clients().stream().map(client -> client.getBytes(UTF_8)).toList();
    }

    boolean includes(ConsumerRecord<byte[], byte[]> record, boolean verdict) {
        if (!isInTime(record) || (!clients.isEmpty() && !isOneOf(clients, record.key()))) {
            return false;
        }
        return verdict ? isOfATakenEvent(record) : isWantedEvent(record);
    }

    /** Time and client say the same of an event and its verdicts; anything else is known of the event alone. */
    private boolean needsTheEvent() {
        return !runs.isEmpty() || !order.offsets().isEmpty();
    }

    private boolean isInTime(ConsumerRecord<byte[], byte[]> record) {
        long time = record.timestamp();
        return (order.from() == null || time >= order.from().toEpochMilli())
                && (order.to() == null || time < order.to().toEpochMilli())
                && (incident == null || (time >= incident.fromMs() && time <= incident.toMs()));
    }

    private boolean isWantedEvent(ConsumerRecord<byte[], byte[]> record) {
        OffsetRange range = order.offsets().get(record.partition());
        if (!order.offsets().isEmpty() && (range == null || !range.contains(record.offset()))) {
            return false;
        }
        if (!runs.isEmpty() && !isOneOf(runs, run(record))) {
            return false;
        }
        String id = incident == null && !(order.verdicts() && needsTheEvent()) ? "" : EventIds.of(record.value());
        if (incident != null && (id == null || !incident.eventIds().contains(id))) {
            return false;
        }
        if (id != null && order.verdicts() && needsTheEvent()) {
            remember(id);
        }
        return true;
    }

    private boolean isOfATakenEvent(ConsumerRecord<byte[], byte[]> record) {
        if (incident == null && !needsTheEvent()) {
            return true;
        }
        String id = EventIds.of(record.value());
        return id != null
                && (incident == null || incident.eventIds().contains(id))
                && (!needsTheEvent() || taken.contains(id));
    }

    private void remember(String id) {
        taken.add(id);
        if (taken.size() > REMEMBERED) {
            var oldest = taken.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private static byte @Nullable [] run(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(GroundTruth.RUN_ID.header());
        return header == null ? null : header.value();
    }

    private static boolean isOneOf(List<byte[]> wanted, byte @Nullable [] bytes) {
        if (bytes == null) {
            return false;
        }
        for (byte[] one : wanted) {
            if (Arrays.equals(one, bytes)) {
                return true;
            }
        }
        return false;
    }
}
