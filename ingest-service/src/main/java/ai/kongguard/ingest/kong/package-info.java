/** Reads what Kong's log plugins send. */
@NullMarked
package ai.kongguard.ingest.kong;

import org.jspecify.annotations.NullMarked;
