package ai.kongguard.event;

import java.util.List;
import java.util.Locale;

/**
 * A payload without what attackers vary: the strongest finding's evidence in lower case, with every number as {@code 0},
 * every quoted text as {@code ''}, and white space as one blank; bounded. It names the incident of a payload.
 */
public final class Skeleton {

    private static final int MAX_LENGTH = 120;

    /** Shorter evidence says too little to call two payloads the same. */
    private static final int MIN_LENGTH = 4;

    private Skeleton() {}

    /** Detector and text; empty when there is no evidence to speak of. */
    public static String of(List<Finding> findings) {
        for (Finding finding : findings) {
            String text = collapse(finding.evidence());
            if (text.length() >= MIN_LENGTH) {
                return finding.detector() + ": " + text;
            }
        }
        return "";
    }

    private static String collapse(String evidence) {
        String text = evidence.toLowerCase(Locale.ROOT);
        StringBuilder skeleton = new StringBuilder(Math.min(text.length(), MAX_LENGTH));
        for (int i = 0; i < text.length() && skeleton.length() < MAX_LENGTH; i++) {
            char c = text.charAt(i);
            int close = c == '\'' || c == '"' ? text.indexOf(c, i + 1) : -1;
            if (close > 0) {
                skeleton.append("''");
                i = close;
            } else if (Character.isDigit(c)) {
                append(skeleton, '0');
            } else if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                append(skeleton, ' ');
            } else {
                skeleton.append(c);
            }
        }
        return skeleton.toString().strip();
    }

    private static void append(StringBuilder skeleton, char once) {
        int length = skeleton.length();
        if (length == 0 || skeleton.charAt(length - 1) != once) {
            skeleton.append(once);
        }
    }
}
