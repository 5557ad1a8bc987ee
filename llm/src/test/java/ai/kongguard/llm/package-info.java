/** A reviewer over real HTTP: whom it asks, how often, and when it stops. */
@NullMarked
package ai.kongguard.llm;

import org.jspecify.annotations.NullMarked;
