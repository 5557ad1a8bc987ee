/** Knows the simulator's runs from their topics, and counts what each tier made of them. */
@NullMarked
package ai.kongguard.gateway.simulation;

import org.jspecify.annotations.NullMarked;
