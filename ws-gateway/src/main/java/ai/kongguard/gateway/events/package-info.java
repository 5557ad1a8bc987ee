/** One event and all that was said about it, found in the topics again. */
@NullMarked
package ai.kongguard.gateway.events;

import org.jspecify.annotations.NullMarked;
