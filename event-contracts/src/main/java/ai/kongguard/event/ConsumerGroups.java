package ai.kongguard.event;

/** Consumer groups whose lag others look at. Names get the configured prefix where a service joins them. */
public final class ConsumerGroups {

    /** The group, and application id, of the metrics streams. */
    public static final String METRICS = "metrics-streams";

    private ConsumerGroups() {}

    /** The group of all analyzers of a tier. */
    public static String analyzers(String tier) {
        return "analyzer-" + tier;
    }

    /** The share group of all reviewers of a tier. */
    public static String reviewers(String tier) {
        return "reviewers-" + tier;
    }
}
