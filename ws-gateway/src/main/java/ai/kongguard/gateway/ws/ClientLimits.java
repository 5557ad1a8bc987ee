package ai.kongguard.gateway.ws;

import java.time.Duration;

/**
 * What one client may do.
 *
 * @param maxPerAddress sockets of one address
 * @param maxMessageBytes of a message, and so of a frame
 * @param maxFramesPerSecond of all kinds, with one second's worth at once
 * @param pingEvery how often it is pinged
 * @param silence after which it counts as gone; longer than {@code pingEvery}
 */
public record ClientLimits(
        int maxPerAddress, int maxMessageBytes, int maxFramesPerSecond, Duration pingEvery, Duration silence) {}
