package ai.kongguard.gateway.stream;

import ai.kongguard.event.Verdict;

/**
 * A verdict and where it lies in its topic. Immutable.
 *
 * @param partition from 0
 * @param offset from 0
 * @param verdict what lies there
 */
public record PositionedVerdict(int partition, long offset, Verdict verdict) implements Arrival {}
