package ai.kongguard.metrics;

import ai.kongguard.event.Incident;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Some alerts of one client with one payload, close in time. Mutable; used by one stream thread. */
final class AlertSum {

    /**
     * What such alerts share.
     *
     * @param source the client
     * @param skeleton of the payload; empty when there is none
     * @param slot event time divided by the session gap, so that no two alerts of a sum are further apart than that
     */
    record Key(String source, String skeleton, long slot) {

        byte[] toBytes(int tag) {
            return new BinaryOutput()
                    .writeByte(tag)
                    .writeText(source)
                    .writeText(skeleton)
                    .writeLong(slot)
                    .toBytes();
        }

        /** From the bytes behind their tag. */
        static Key fromBytes(byte[] bytes) {
            BinaryInput input = new BinaryInput(bytes, 1);
            return new Key(input.readText(), input.readText(), input.readLong());
        }
    }

    final long[] types = new long[ThreatType.values().length];
    final List<String> eventIds = new ArrayList<>(2);
    long alerts;
    long firstMs = Long.MAX_VALUE;
    long lastMs = Long.MIN_VALUE;
    double maxScore;

    void add(Verdict verdict) {
        long timeMs = verdict.observedAt().toEpochMilli();
        alerts++;
        types[verdict.threatType().ordinal()]++;
        firstMs = Math.min(firstMs, timeMs);
        lastMs = Math.max(lastMs, timeMs);
        maxScore = Math.max(maxScore, verdict.score());
        if (eventIds.size() < Incident.MAX_EVENTS) {
            eventIds.add(verdict.eventId());
        }
    }

    void add(AlertSum other) {
        alerts += other.alerts;
        for (int i = 0; i < types.length; i++) {
            types[i] += other.types[i];
        }
        firstMs = Math.min(firstMs, other.firstMs);
        lastMs = Math.max(lastMs, other.lastMs);
        maxScore = Math.max(maxScore, other.maxScore);
        for (String eventId : other.eventIds) {
            if (eventIds.size() < Incident.MAX_EVENTS) {
                eventIds.add(eventId);
            }
        }
    }

    void write(BinaryOutput output) {
        output.writeLong(alerts)
                .writeLongs(types)
                .writeLong(firstMs)
                .writeLong(lastMs)
                .writeDouble(maxScore)
                .writeTexts(eventIds);
    }

    byte[] encode() {
        BinaryOutput output = new BinaryOutput();
        write(output);
        return output.toBytes();
    }

    static AlertSum read(BinaryInput input) {
        AlertSum sum = new AlertSum();
        sum.alerts = input.readLong();
        input.readLongs(sum.types);
        sum.firstMs = input.readLong();
        sum.lastMs = input.readLong();
        sum.maxScore = input.readDouble();
        sum.eventIds.addAll(input.readTexts());
        return sum;
    }
}
