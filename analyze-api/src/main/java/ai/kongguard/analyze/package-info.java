/** What {@code POST /analyze} reads and answers, wherever it is offered: the shapes that existing clients know. */
@NullMarked
package ai.kongguard.analyze;

import org.jspecify.annotations.NullMarked;
