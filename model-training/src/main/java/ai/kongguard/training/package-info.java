/** Trains, validates and compares the model that detection carries. */
@NullMarked
package ai.kongguard.training;

import org.jspecify.annotations.NullMarked;
