/** Recordings back into topics, at the pace at which they were recorded or another. */
@NullMarked
package ai.kongguard.replay.play;

import org.jspecify.annotations.NullMarked;
