package ai.kongguard.ingest.http;

/** Something in an adapter package, for the core to depend on wrongly. */
public final class SeededAdapter {}
