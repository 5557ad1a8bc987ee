/** Reads what Kong's log plugins send. */
@NullMarked
package ai.kongguard.intake.kong;

import org.jspecify.annotations.NullMarked;
