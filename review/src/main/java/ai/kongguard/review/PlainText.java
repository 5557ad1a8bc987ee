package ai.kongguard.review;

/** Text of a model as people may be shown it. Pure. */
final class PlainText {

    private PlainText() {}

    /** On one line, without control characters, marks of direction, halves of characters, and what nobody sees. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                case Character.CONTROL,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SPACE_SEPARATOR -> blank(plain);
                default -> plain.appendCodePoint(point);
            }
        });
        return plain.toString().strip();
    }

    private static void blank(StringBuilder plain) {
        if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
        }
    }
}
