/** Puts events and dead letters onto their topics. */
@NullMarked
package ai.kongguard.ingest.kafka;

import org.jspecify.annotations.NullMarked;
