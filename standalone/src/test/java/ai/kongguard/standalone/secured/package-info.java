/** The services against a broker that demands a user and allows each no more than the list in {@code deploy/kafka}. */
@NullMarked
package ai.kongguard.standalone.secured;

import org.jspecify.annotations.NullMarked;
