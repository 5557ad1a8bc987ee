/** How a service reaches Kafka: typed settings, client configuration, topic creation and health. */
@NullMarked
package ai.kongguard.kafka;

import org.jspecify.annotations.NullMarked;
