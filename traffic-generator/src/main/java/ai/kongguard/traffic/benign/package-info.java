/**
 * What the honest clients of a mixed estate send, awkward on purpose where detectors like to be wrong. Every text comes
 * from a grammar of our own; {@link ai.kongguard.traffic.benign.BenignText} draws values,
 * {@link ai.kongguard.traffic.benign.BenignCalls} whole calls.
 */
@NullMarked
package ai.kongguard.traffic.benign;

import org.jspecify.annotations.NullMarked;
