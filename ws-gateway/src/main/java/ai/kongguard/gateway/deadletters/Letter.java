package ai.kongguard.gateway.deadletters;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A dead letter without what was in it. Immutable.
 *
 * @param at its record's timestamp: when it was written, or when the record that could not be read was observed
 * @param source who sent the bytes: {@code kong}, or the topic they were read from; at most {@value #MAX_TEXT} characters
 * @param reason why, at most {@value #MAX_TEXT} characters; quoted texts, which may be of the payload, are left out
 * @param position where the bytes stood; at most {@value #MAX_TEXT} characters
 * @param truncated whether the bytes that were kept are not all
 * @param bytes that were kept
 * @param partition of the dead-letter topic, from 0
 * @param offset in it, from 0
 */
public record Letter(
        Instant at,
        String source,
        String reason,
        String position,
        boolean truncated,
        int bytes,
        int partition,
        long offset) {

    /** Enough for a field's name and a reason. */
    public static final int MAX_TEXT = 200;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*(\"|$)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    public Letter {
        source = cut(source);
        // Before too, so that the pattern has little to do: a header may be long.
        reason = cut(QUOTED.matcher(cut(reason)).replaceAll("\"...\""));
        position = cut(position);
    }

    /** The reason with a sign for each number, so that what went wrong at many places is one thing. */
    String kind() {
        return NUMBER.matcher(reason).replaceAll("#");
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), MAX_TEXT));
    }
}
