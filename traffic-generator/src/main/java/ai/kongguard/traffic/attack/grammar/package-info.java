/** A small notation for grammars, so that a way of attacking can be read as one reads it in the literature. */
@NullMarked
package ai.kongguard.traffic.attack.grammar;

import org.jspecify.annotations.NullMarked;
