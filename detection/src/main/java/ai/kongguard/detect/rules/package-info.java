/** Judges of one concern each, written by hand: what they find is evidence, and what the model weighs. */
@NullMarked
package ai.kongguard.detect.rules;

import org.jspecify.annotations.NullMarked;
