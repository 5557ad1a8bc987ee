/** Puts events and dead letters onto their topics, and hears what the simulator is told. */
@NullMarked
package ai.kongguard.ingest.kafka;

import org.jspecify.annotations.NullMarked;
