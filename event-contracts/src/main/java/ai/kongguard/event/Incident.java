package ai.kongguard.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One attack campaign: the alerts of one source, or of one payload from several sources, without a pause longer than the
 * session gap; the value of {@link Topics#INCIDENTS}. An alert is an event that at least one tier did not allow; it is in
 * one incident, once. A later record of the same key replaces an earlier one; a tombstone says that the incident became
 * part of another. Immutable.
 *
 * @param schema version of this shape, {@link #SCHEMA} when written by this release
 * @param id names the incident, by kind, campaign and when it began; the record's key
 * @param kind what the alerts have in common
 * @param campaign the source's address, or the payload's skeleton: its text with digits and literals collapsed
 * @param alerts how many
 * @param firstSeen event time of the earliest alert
 * @param lastSeen event time of the latest alert
 * @param threatTypes alerts by the type that the first tier to alert named; sums to {@code alerts}
 * @param sources some of the clients, at most {@link #MAX_SOURCES}
 * @param sourceCount distinct clients; when {@code moreSources}, at least so many
 * @param moreSources whether there were more clients than are told apart
 * @param eventIds some of the events, at most {@link #MAX_EVENTS}
 * @param maxScore highest score, 0-1
 * @param updatedAt wall clock of the tick that wrote this record
 */
public record Incident(
        int schema,
        String id,
        Kind kind,
        String campaign,
        long alerts,
        Instant firstSeen,
        Instant lastSeen,
        Map<ThreatType, Long> threatTypes,
        List<String> sources,
        long sourceCount,
        boolean moreSources,
        List<String> eventIds,
        double maxScore,
        Instant updatedAt) {

    /** The version this release writes. */
    public static final int SCHEMA = 1;

    /** Clients named at most. */
    public static final int MAX_SOURCES = 20;

    /** Events named at most. */
    public static final int MAX_EVENTS = 10;

    public Incident {
        Required.text("id", id);
        Required.present("kind", kind);
        Required.text("campaign", campaign);
        Required.notNegative("alerts", alerts);
        Required.present("first_seen", firstSeen);
        Required.present("last_seen", lastSeen);
        threatTypes = Required.orElse(threatTypes, Map.of());
        sources = Required.orElse(sources, List.of());
        eventIds = Required.orElse(eventIds, List.of());
        Required.unit("max_score", maxScore);
        Required.present("updated_at", updatedAt);
    }

    /** What the alerts of an incident have in common. */
    public enum Kind {
        /** The client. */
        @JsonProperty("source")
        SOURCE("source"),
        /** The payload, from several clients. */
        @JsonProperty("payload")
        PAYLOAD("payload");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        /** The name used on every wire. */
        public String wireName() {
            return wireName;
        }
    }
}
