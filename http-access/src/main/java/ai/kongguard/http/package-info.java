/** Who may call a service over HTTP. */
@NullMarked
package ai.kongguard.http;

import org.jspecify.annotations.NullMarked;
