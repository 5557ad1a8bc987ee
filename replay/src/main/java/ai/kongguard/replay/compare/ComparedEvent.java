package ai.kongguard.replay.compare;

import ai.kongguard.recording.RecordedHeader;
import java.util.List;

/**
 * One event and two opinions about it. Immutable.
 *
 * @param record the number of its record in the recording, from 0
 * @param eventId as the event says it; whoever sent the event chose it
 * @param headers of its record, which no detector saw
 * @param base what the detector makes of it that is compared with
 * @param candidate what the other makes of it
 */
public record ComparedEvent(
        long record, String eventId, List<RecordedHeader> headers, Opinion base, Opinion candidate) {}
