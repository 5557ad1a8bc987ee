/** Requests that a caller describes to have them judged: onto the traffic topic, and back as a verdict. */
@NullMarked
package ai.kongguard.gateway.analysis;

import org.jspecify.annotations.NullMarked;
