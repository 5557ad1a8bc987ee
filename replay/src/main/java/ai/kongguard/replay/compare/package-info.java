/** Judges a recording twice. Nothing here sees what an event really is; only the report does, afterwards. */
@NullMarked
package ai.kongguard.replay.compare;

import org.jspecify.annotations.NullMarked;
