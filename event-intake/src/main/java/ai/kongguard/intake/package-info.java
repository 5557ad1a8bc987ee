/** What every call goes through before it is stored as an event: it is bounded, redacted and identified. */
@NullMarked
package ai.kongguard.intake;

import org.jspecify.annotations.NullMarked;
