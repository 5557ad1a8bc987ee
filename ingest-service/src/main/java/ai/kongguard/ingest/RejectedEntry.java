package ai.kongguard.ingest;

/**
 * An element that is no event, as it is put aside for people to look at.
 *
 * @param source the kind of gateway
 * @param index of the element in its batch, from 0
 * @param reason names the field and what is wrong
 * @param bytes what came, redacted and bounded
 * @param truncated whether there was more
 */
public record RejectedEntry(String source, long index, String reason, byte[] bytes, boolean truncated) {}
