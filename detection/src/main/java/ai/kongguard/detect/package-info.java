@NullMarked
package ai.kongguard.detect;

import org.jspecify.annotations.NullMarked;
