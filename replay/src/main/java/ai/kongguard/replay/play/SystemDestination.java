package ai.kongguard.replay.play;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.recording.RecordedHeader;
import ai.kongguard.recording.RecordedRecord;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The running system: traffic as if it came now, from source {@code replay}, so that windows take it and behaviour does
 * not count it. Each time it is played an event has another id. Headers stay, but the run is the replay's. Verdicts and
 * all else the system makes anew; they are left out, and so is what is no event.
 */
public final class SystemDestination implements Destination {

    private final String trafficTopic;
    private final long runId;

    /** @param trafficTopic with the prefix of the cluster */
    public SystemDestination(String trafficTopic, long runId) {
        this.trafficTopic = trafficTopic;
        this.runId = runId;
    }

    @Override
    public @Nullable ProducerRecord<byte[], byte[]> of(RecordedRecord record, int loop, Instant due) {
        if (!record.topic().equals(Topics.TRAFFIC.name())) {
            return null;
        }
        TrafficEvent event;
        try {
            event = RecordCodec.TRAFFIC_EVENT.decode(record.value());
        } catch (MalformedRecordException e) {
            return null;
        }
        TrafficEvent now = event.replayed(event.eventId() + "-" + runId + (loop == 0 ? "" : "-" + loop), due);
        ProducerRecord<byte[], byte[]> traffic = new ProducerRecord<>(
                trafficTopic,
                null,
                now.observedAt().toEpochMilli(),
                now.clientIp().getBytes(UTF_8),
                RecordCodec.TRAFFIC_EVENT.encode(now));
        for (RecordedHeader header : record.headers()) {
            if (!header.name().equals(GroundTruth.RUN_ID.header())) {
                traffic.headers().add(header.name(), header.value());
            }
        }
        traffic.headers().add(GroundTruth.RUN_ID.header(), Long.toString(runId).getBytes(UTF_8));
        return traffic;
    }
}
