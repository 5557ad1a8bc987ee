/** Services as processes of their own, which are told to end and started again under load. */
@NullMarked
package ai.kongguard.standalone.restart;

import org.jspecify.annotations.NullMarked;
