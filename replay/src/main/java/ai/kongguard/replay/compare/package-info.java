/** Judges a recording twice and tells what was decided differently. */
@NullMarked
package ai.kongguard.replay.compare;

import org.jspecify.annotations.NullMarked;
