/** Adds traffic and verdicts up in windows of event time, and alerts to incidents, exactly once; the topology is the core. */
@NullMarked
package ai.kongguard.metrics;

import org.jspecify.annotations.NullMarked;
