/** The configuration that we give people for Kong, against Kong's own description and our reader. */
@NullMarked
package ai.kongguard.ingest.kong;

import org.jspecify.annotations.NullMarked;
