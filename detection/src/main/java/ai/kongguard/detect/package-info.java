/** Judges one request: detectors find evidence, a scorer adds it up, a policy turns the score into an action. */
@NullMarked
package ai.kongguard.detect;

import org.jspecify.annotations.NullMarked;
