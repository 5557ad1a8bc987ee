/** How many frames the fan-out delivers to how many sessions at what cost, beside a plain broadcast server. */
@NullMarked
package ai.kongguard.benchmarks.fanout;

import org.jspecify.annotations.NullMarked;
