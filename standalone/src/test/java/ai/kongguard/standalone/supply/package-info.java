/** What the programs and images that are handed out consist of. */
@NullMarked
package ai.kongguard.standalone.supply;

import org.jspecify.annotations.NullMarked;
