/** A real Apache Kafka KRaft broker and controller inside this process, bound to one address. */
@NullMarked
package ai.kongguard.broker;

import org.jspecify.annotations.NullMarked;
