/** One tier: judges every event of the traffic topic and publishes its verdict, exactly once. */
@NullMarked
package ai.kongguard.analyzer;

import org.jspecify.annotations.NullMarked;
