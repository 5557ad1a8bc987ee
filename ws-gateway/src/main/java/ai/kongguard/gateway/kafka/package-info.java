/** Follows the verdict and window topics, without a consumer group: every replica shows everything. */
@NullMarked
package ai.kongguard.gateway.kafka;

import org.jspecify.annotations.NullMarked;
