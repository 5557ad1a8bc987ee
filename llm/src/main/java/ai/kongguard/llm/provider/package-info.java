/** Four APIs behind one interface: each asks once, with a bound on everything, and tells failures apart. */
@NullMarked
package ai.kongguard.llm.provider;

import org.jspecify.annotations.NullMarked;
