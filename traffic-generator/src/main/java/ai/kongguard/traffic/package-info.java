/** Seeded HTTP requests with the truth about each; pure and deterministic. */
@NullMarked
package ai.kongguard.traffic;

import org.jspecify.annotations.NullMarked;
