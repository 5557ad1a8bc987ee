/** Records into one folder, plays what lies in it, and tells what that is. */
@NullMarked
package ai.kongguard.ingest.recordings;

import org.jspecify.annotations.NullMarked;
