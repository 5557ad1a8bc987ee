package ai.kongguard.detect.model;

import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.event.Finding;
import java.util.List;

/**
 * What the model makes of one value.
 *
 * @param value which
 * @param logOdds that it is an attack
 * @param findings of the rules, for as long as no other value is scored
 */
public record ValueScore(CanonicalValue value, float logOdds, List<Finding> findings) {}
