/** What could not be read, and why. */
@NullMarked
package ai.kongguard.gateway.deadletters;

import org.jspecify.annotations.NullMarked;
