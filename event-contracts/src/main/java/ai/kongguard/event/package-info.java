/** The facts that travel between services: records, enums, topic names and the codec that turns them into bytes. */
@NullMarked
package ai.kongguard.event;

import org.jspecify.annotations.NullMarked;
