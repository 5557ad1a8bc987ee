/** The second feed: batches at a fixed cadence, filtered here, that a client resumes where it left off. */
@NullMarked
package ai.kongguard.gateway.stream;

import org.jspecify.annotations.NullMarked;
