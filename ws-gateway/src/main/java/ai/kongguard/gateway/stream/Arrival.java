package ai.kongguard.gateway.stream;

/** What the reader of the verdict topic hands to the hub, in the order in which it read. */
public sealed interface Arrival permits Cursor, PositionedVerdict {}
