/** What tests share: a real broker, a view of its topics, and sample events. */
@NullMarked
package ai.kongguard.testkit;

import org.jspecify.annotations.NullMarked;
