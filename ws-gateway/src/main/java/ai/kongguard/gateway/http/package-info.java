/** What the gateway serves over HTTP: who it is, the dashboard, the simulator's runs, and the headers that guard them. */
@NullMarked
package ai.kongguard.gateway.http;

import org.jspecify.annotations.NullMarked;
