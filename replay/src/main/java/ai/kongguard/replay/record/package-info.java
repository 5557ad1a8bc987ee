/** Reads a range of topics from Kafka into a recording. */
@NullMarked
package ai.kongguard.replay.record;

import org.jspecify.annotations.NullMarked;
