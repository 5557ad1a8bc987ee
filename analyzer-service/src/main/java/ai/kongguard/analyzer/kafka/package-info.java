/** Traffic in and verdicts out, in one Kafka transaction. */
@NullMarked
package ai.kongguard.analyzer.kafka;

import org.jspecify.annotations.NullMarked;
