/** How tiers are reviewed: who is asked, at what cost, and how that goes; as the analyzers tell it. */
@NullMarked
package ai.kongguard.gateway.tiers;

import org.jspecify.annotations.NullMarked;
