/** Relays verdicts and metrics from their topics to browser sessions, and decides what a slow session loses. */
@NullMarked
package ai.kongguard.gateway;

import org.jspecify.annotations.NullMarked;
