package ai.kongguard.review;

/** Where a model runs, which decides how much of a request it is shown. */
public enum ProviderClass {
    /** On the operator's own machines. */
    LOCAL,
    /** At somebody else's. */
    CLOUD
}
