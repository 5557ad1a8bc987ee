/** What a reviewer is asked about an event, how its answer is read, and what it may change. Pure: no I/O, no clock. */
@NullMarked
package ai.kongguard.review;

import org.jspecify.annotations.NullMarked;
