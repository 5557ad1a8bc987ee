/** Adds verdicts up in windows of event time, exactly once; the topology is the core. */
@NullMarked
package ai.kongguard.metrics;

import org.jspecify.annotations.NullMarked;
