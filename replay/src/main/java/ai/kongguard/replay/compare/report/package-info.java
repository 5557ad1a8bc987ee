/** What two detectors decided differently, against the labels that records carry; for people, programs and CI. */
@NullMarked
package ai.kongguard.replay.compare.report;

import org.jspecify.annotations.NullMarked;
