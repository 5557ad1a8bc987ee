/** Takes credentials out of what is stored. */
@NullMarked
package ai.kongguard.intake.redact;

import org.jspecify.annotations.NullMarked;
