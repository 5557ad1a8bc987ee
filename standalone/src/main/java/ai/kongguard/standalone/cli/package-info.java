/** The commands of the one jar: recordings are made, replayed, compared and converted without starting the system. */
@NullMarked
package ai.kongguard.standalone.cli;

import org.jspecify.annotations.NullMarked;
