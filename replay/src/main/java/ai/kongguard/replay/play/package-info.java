/** Sends a recording to Kafka again, in its own time or another. */
@NullMarked
package ai.kongguard.replay.play;

import org.jspecify.annotations.NullMarked;
