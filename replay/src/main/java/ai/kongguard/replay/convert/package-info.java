/** Turns the logs of others into recordings, redacted and bounded as ingest would. */
@NullMarked
package ai.kongguard.replay.convert;

import org.jspecify.annotations.NullMarked;
