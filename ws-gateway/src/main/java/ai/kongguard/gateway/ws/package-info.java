/** The WebSocket: turns a browser's connection into a session of the fan-out. */
@NullMarked
package ai.kongguard.gateway.ws;

import org.jspecify.annotations.NullMarked;
