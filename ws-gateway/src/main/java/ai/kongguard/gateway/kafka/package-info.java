/** Follows topics without a consumer group, so that every replica shows everything, and writes commands and feedback. */
@NullMarked
package ai.kongguard.gateway.kafka;

import org.jspecify.annotations.NullMarked;
