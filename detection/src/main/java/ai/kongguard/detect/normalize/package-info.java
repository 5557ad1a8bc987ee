/** Turns a request into the values an attacker could have written, decoded, each traceable to its raw place. */
@NullMarked
package ai.kongguard.detect.normalize;

import org.jspecify.annotations.NullMarked;
