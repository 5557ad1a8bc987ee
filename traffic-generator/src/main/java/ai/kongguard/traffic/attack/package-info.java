/** Attacks, composed from small grammars: a payload, an encoding, and a place in a request. */
@NullMarked
package ai.kongguard.traffic.attack;

import org.jspecify.annotations.NullMarked;
