/** The trained model: what it sees of a value, how it judges it, and the file it comes from. */
@NullMarked
package ai.kongguard.detect.model;

import org.jspecify.annotations.NullMarked;
