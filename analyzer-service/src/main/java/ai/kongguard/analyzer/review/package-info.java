/** Second opinions: who asks a model about a payload, what is remembered of its answers, and what becomes of a verdict. */
@NullMarked
package ai.kongguard.analyzer.review;

import org.jspecify.annotations.NullMarked;
