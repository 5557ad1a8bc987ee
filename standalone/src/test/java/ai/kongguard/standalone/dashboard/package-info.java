/** The dashboard in a real browser, against a whole system: what a person sees is what the topics hold. */
@NullMarked
package ai.kongguard.standalone.dashboard;

import org.jspecify.annotations.NullMarked;
