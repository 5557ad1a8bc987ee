/** Ways of writing the same payload otherwise: for those who filter, and for those who decode. */
@NullMarked
package ai.kongguard.traffic.attack.disguise;

import org.jspecify.annotations.NullMarked;
