package ai.kongguard.detect.rules;

import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;

/** Makes findings that point back into the part of the request that holds the value. */
public final class Evidence {

    /** Enough to recognise a payload, short enough for a feed. */
    public static final int MAX_LENGTH = 120;

    private Evidence() {}

    /** A finding about the decoded characters from {@code start} to {@code end}, exclusive. */
    public static Finding of(
            String detector, ThreatType type, CanonicalValue value, int start, int end, double weight) {
        int from = Math.max(0, Math.min(start, value.text().length()));
        int to = Math.max(from, Math.min(end, value.text().length()));
        int offset = value.rawOffset(from);
        int length = Math.max(0, value.rawOffset(to) - offset);
        String text = value.text().substring(from, Math.min(to, from + MAX_LENGTH));
        return new Finding(detector, type, value.field(), offset, length, text, weight);
    }
}
