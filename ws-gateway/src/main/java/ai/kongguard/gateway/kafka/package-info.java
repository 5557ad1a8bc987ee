/** Sends commands, and follows the topics of verdicts, windows, traffic and runs, without a consumer group: every replica shows everything. */
@NullMarked
package ai.kongguard.gateway.kafka;

import org.jspecify.annotations.NullMarked;
