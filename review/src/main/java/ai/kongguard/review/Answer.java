package ai.kongguard.review;

import ai.kongguard.event.ThreatType;

/**
 * What a model says, after it was found to be what was asked for. Immutable.
 *
 * @param score 0 (harmless) to 1 (certain attack)
 * @param threatType {@link ThreatType#NONE} when it finds nothing
 * @param confidence 0-1
 * @param reasoning bounded plain text; untrusted, since the model has read what an attacker wrote
 */
public record Answer(double score, ThreatType threatType, double confidence, String reasoning) {}
