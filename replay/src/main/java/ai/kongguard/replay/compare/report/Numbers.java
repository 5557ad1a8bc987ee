package ai.kongguard.replay.compare.report;

import java.util.Locale;

/** Numbers and foreign text as reports write them, the same on every machine. */
final class Numbers {

    private static final int MAX_TEXT = 200;

    private Numbers() {}

    /** A score or a shift, three decimals. */
    static String score(double value) {
        // Not -0.000.
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value + 0.0);
    }

    /** With a sign. */
    static String shift(double value) {
        return Double.isNaN(value) ? "-" : value == 0 ? "0.000" : String.format(Locale.ROOT, "%+.3f", value);
    }

    static String share(long part, long whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.2f %%", 100.0 * part / whole);
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Text that somebody else chose, on one line: no control characters, so that it moves no cursor, and not too long. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(MAX_TEXT).forEach(c -> {
            boolean shown =
                    switch (Character.getType(c)) {
                        case Character.CONTROL,
                                Character.FORMAT,
                                Character.SURROGATE,
                                Character.PRIVATE_USE,
                                Character.UNASSIGNED,
                                Character.LINE_SEPARATOR,
                                Character.PARAGRAPH_SEPARATOR -> false;
                        default -> true;
                    };
            plain.appendCodePoint(shown ? c : '?');
        });
        return plain.append(text.codePoints().skip(MAX_TEXT).findAny().isPresent() ? "..." : "")
                .toString();
    }
}
