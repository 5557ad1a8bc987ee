/** Takes credentials out of what is stored. */
@NullMarked
package ai.kongguard.ingest.redact;

import org.jspecify.annotations.NullMarked;
