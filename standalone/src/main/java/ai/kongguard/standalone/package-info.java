/** The whole system in one process: a broker, then each service in a Spring context of its own. */
@NullMarked
package ai.kongguard.standalone;

import org.jspecify.annotations.NullMarked;
