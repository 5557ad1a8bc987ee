/** Takes batches of log entries over HTTP, and sends simulated requests to a gateway. */
@NullMarked
package ai.kongguard.ingest.http;

import org.jspecify.annotations.NullMarked;
