/** Speed, measured: JMH for one call, load runs for the whole system, each beside a baseline of the same run. */
@NullMarked
package ai.kongguard.benchmarks;

import org.jspecify.annotations.NullMarked;
