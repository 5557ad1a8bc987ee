/** Takes batches of log entries over HTTP. */
@NullMarked
package ai.kongguard.ingest.http;

import org.jspecify.annotations.NullMarked;
