package ai.kongguard.event;

/**
 * The record headers in {@link Topics#TRAFFIC} that tell what a generated request really was; values are UTF-8. Judges
 * must never see them: only ingest writes them, and only metrics and what a gateway shows people read them. An enum and
 * not constants, because a compiler copies constants into their users, where the architecture test could no longer find
 * them.
 */
public enum GroundTruth {
    /** {@code attack} or {@code benign}. */
    LABEL("kg-truth-label"),

    /** Wire name of the {@link ThreatType}. */
    TYPE("kg-truth-type"),

    /** The run that made the request. */
    RUN_ID("kg-truth-run"),

    /** Seed of that run in decimal. */
    SEED("kg-truth-seed");

    private final String header;

    GroundTruth(String header) {
        this.header = header;
    }

    /** The header's key. */
    public String header() {
        return header;
    }
}
