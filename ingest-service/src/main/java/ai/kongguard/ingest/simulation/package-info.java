/** Executes runs of generated requests at planned instants, and tells how they go. */
@NullMarked
package ai.kongguard.ingest.simulation;

import org.jspecify.annotations.NullMarked;
