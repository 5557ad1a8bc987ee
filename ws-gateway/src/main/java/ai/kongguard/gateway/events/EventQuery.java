package ai.kongguard.gateway.events;

import java.time.Instant;

/**
 * Which event is looked for. Its client is the key of its records and so tells their partition, its time is their
 * timestamp and so tells where to begin. Immutable.
 *
 * @param eventId never blank
 * @param clientIp never blank
 * @param observedAt from 1970 on
 */
public record EventQuery(String eventId, String clientIp, Instant observedAt) {}
