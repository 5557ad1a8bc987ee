package ai.kongguard.event;

import java.time.Duration;
import java.util.List;

/** Every topic of the system. Names get the configured prefix where a service opens them. */
public final class Topics {

    /** Redacted gateway traffic, real, simulated and replayed: {@link TrafficEvent} by client IP. */
    public static final TopicSpec TRAFFIC = TopicSpec.spread("gateway.traffic").deleted(Duration.ofHours(24));

    /** What could not be read: the raw bytes, with the headers of {@link DeadLetter}. */
    public static final TopicSpec DEAD_LETTERS =
            TopicSpec.single("gateway.traffic.dlt").deleted(Duration.ofDays(7));

    /** What each tier says: {@link Verdict} by client IP. */
    public static final TopicSpec VERDICTS = TopicSpec.spread("threat.verdicts").deleted(Duration.ofHours(24));

    /** Events that a tier is unsure about: {@link Escalation} by {@link Escalation#reviewKey()}, for reviewers. */
    public static final TopicSpec ESCALATIONS =
            TopicSpec.spread("threat.escalations").deleted(Duration.ofHours(1));

    /**
     * Who asks a model about a payload, and what it answered: {@link ReviewNote} by {@link ReviewNote#key()}. One
     * partition, so that all read claims in one order.
     */
    public static final TopicSpec REVIEWS =
            TopicSpec.single("threat.reviews").compactedAndDeleted(Duration.ofHours(24));

    /** How reviewing goes: {@link TierStatus} by {@link TierStatus#key()}; the newest record of a key counts. */
    public static final TopicSpec TIERS = TopicSpec.single("threat.tiers").compactedAndDeleted(Duration.ofHours(24));

    /** {@link MetricsWindow} by {@link MetricsWindow#key()}; the newest record of a key counts. */
    public static final TopicSpec WINDOWS =
            TopicSpec.single("metrics.windows").compactedAndDeleted(Duration.ofHours(24));

    /** Attack campaigns: {@link Incident} by {@link Incident#id()}. */
    public static final TopicSpec INCIDENTS =
            TopicSpec.single("threat.incidents").compactedAndDeleted(Duration.ofDays(7));

    /** Blocked clients with their expiry, by client IP; a tombstone releases one. */
    public static final TopicSpec BLOCKLIST =
            TopicSpec.single("enforcement.blocklist").compacted();

    /** What the simulator is told: {@link RunCommand} by run id. One partition, so that one ingest instance obeys. */
    public static final TopicSpec COMMANDS =
            TopicSpec.single("simulation.commands").deleted(Duration.ofHours(1));

    /** How runs go: {@link RunStatus} by run id; the newest record of a key counts. */
    public static final TopicSpec RUNS = TopicSpec.single("simulation.runs").compactedAndDeleted(Duration.ofDays(7));

    /** What recordings there are: {@link StoredRecording} by name; a tombstone when one is gone. */
    public static final TopicSpec RECORDINGS =
            TopicSpec.single("simulation.recordings").compacted();

    /** Operators' corrections of verdicts: {@link Feedback} by event id. */
    public static final TopicSpec FEEDBACK =
            TopicSpec.single("operator.feedback").compactedAndDeleted(Duration.ofDays(7));

    private Topics() {}

    /** All of them, in the order of an event's journey. */
    public static List<TopicSpec> all() {
        return List.of(
                TRAFFIC,
                DEAD_LETTERS,
                VERDICTS,
                ESCALATIONS,
                REVIEWS,
                TIERS,
                WINDOWS,
                INCIDENTS,
                BLOCKLIST,
                COMMANDS,
                RUNS,
                RECORDINGS,
                FEEDBACK);
    }
}
