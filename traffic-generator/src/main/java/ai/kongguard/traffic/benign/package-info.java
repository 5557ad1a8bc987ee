/** What honest clients of a web shop send, awkward on purpose where detectors like to be wrong. */
@NullMarked
package ai.kongguard.traffic.benign;

import org.jspecify.annotations.NullMarked;
