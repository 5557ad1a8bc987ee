package ai.kongguard.replay.record;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shall be recorded; conditions hold together. Immutable.
 *
 * @param topicPrefix put before the name of every topic
 * @param from event time of the first records, to the millisecond; null from the oldest on
 * @param to event time at which records are no longer taken; null up to the newest
 * @param offsets of the partitions of {@code gateway.traffic}, others are left out; empty for all
 * @param runs whose events are taken; empty for all events
 * @param clients whose events are taken; empty for all
 * @param incident whose events are taken; null for none
 * @param verdicts whether the verdicts of these events are taken too
 * @param follow whether to go on with what is yet to come, until stopped
 * @param maxRecords after which it ends
 * @param maxBytes of the file, after which it ends, give or take a megabyte
 * @param anonymise whether client addresses are replaced
 */
public record RecordOrder(
        String topicPrefix,
        @Nullable Instant from,
        @Nullable Instant to,
        Map<Integer, OffsetRange> offsets,
        List<String> runs,
        List<String> clients,
        @Nullable String incident,
        boolean verdicts,
        boolean follow,
        long maxRecords,
        long maxBytes,
        boolean anonymise) {

    public RecordOrder {
        if (!topicPrefix.matches("[a-zA-Z0-9._-]{0,100}")) {
            throw new IllegalArgumentException("topic prefix: up to 100 letters, digits, '.', '_' and '-'");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to, was " + from + " and " + to);
        }
        if (incident != null && follow) {
            throw new IllegalArgumentException(
                    "incident: what is yet to come belongs to no known incident, so not with follow");
        }
        if (maxRecords < 1 || maxBytes < 1) {
            throw new IllegalArgumentException("max records and max bytes must be at least 1");
        }
        offsets = Map.copyOf(offsets);
        runs = List.copyOf(runs);
        clients = List.copyOf(clients);
    }

    /** All of a cluster's traffic up to now. */
    public static RecordOrder everything(String topicPrefix) {
        return new RecordOrder(
                topicPrefix,
                null,
                null,
                Map.of(),
                List.of(),
                List.of(),
                null,
                false,
                false,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                false);
    }

    /** For the manifest; nobody can be found by it when addresses are replaced. */
    Map<String, String> described() {
        Map<String, String> asked = new LinkedHashMap<>();
        if (from != null) {
            asked.put("from", from.toString());
        }
        if (to != null) {
            asked.put("to", to.toString());
        }
        offsets.forEach((partition, range) -> asked.put("offsets " + partition, range.toString()));
        if (!runs.isEmpty()) {
            asked.put("run", String.join(",", runs));
        }
        if (!clients.isEmpty()) {
            asked.put("client", anonymise ? "(anonymised)" : String.join(",", clients));
        }
        if (incident != null) {
            asked.put("incident", anonymise ? "(anonymised)" : incident);
        }
        return asked;
    }
}
