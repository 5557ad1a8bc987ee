/** Gateway log entries in, validated and redacted events onto a topic. */
@NullMarked
package ai.kongguard.ingest;

import org.jspecify.annotations.NullMarked;
