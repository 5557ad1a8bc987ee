/** Files of Kafka records, lossless, compressed and readable without this code. */
@NullMarked
package ai.kongguard.recording;

import org.jspecify.annotations.NullMarked;
