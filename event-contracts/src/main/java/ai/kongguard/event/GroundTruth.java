package ai.kongguard.event;

/**
 * The record headers in {@link Topics#TRAFFIC} that tell what a generated request really was. Judges must never see
 * them: only ingest writes and only metrics reads them, which an architecture test enforces.
 */
public final class GroundTruth {

    /** {@code attack} or {@code benign}; UTF-8. */
    public static final String LABEL = "kg-truth-label";

    /** Wire name of the {@link ThreatType}; UTF-8. */
    public static final String TYPE = "kg-truth-type";

    /** The run that made the request; UTF-8. */
    public static final String RUN_ID = "kg-truth-run";

    /** Seed of that run in decimal; UTF-8. */
    public static final String SEED = "kg-truth-seed";

    private GroundTruth() {}
}
