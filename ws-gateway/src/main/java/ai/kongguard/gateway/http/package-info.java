/** What the gateway serves over HTTP: who it is, the dashboard, and the headers that guard both. */
@NullMarked
package ai.kongguard.gateway.http;

import org.jspecify.annotations.NullMarked;
