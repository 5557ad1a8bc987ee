/** The system in containers: run where there is a Docker engine, skipped with the reason where there is none. */
@NullMarked
package ai.kongguard.standalone.containers;

import org.jspecify.annotations.NullMarked;
