package ai.kongguard.traffic;

/** JSON strings, as a library would write them. */
public final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /** The text as a JSON string, its quotes included; what is not ASCII stays as it is. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                quoted.append(text, from, i);
                from = i + 1;
                escapeAsUsual(c, quoted);
            }
        }
        return quoted.append(text, from, text.length()).append('"').toString();
    }

    /** The text as a JSON string in which everything that is not ASCII is escaped, as several languages do. */
    public static String quoteAscii(String text) {
        String quoted = quote(text);
        StringBuilder ascii = new StringBuilder(quoted.length() + 16);
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c < 0x7f) {
                ascii.append(c);
            } else {
                escape(c, ascii);
            }
        }
        return ascii.toString();
    }

    private static void escapeAsUsual(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> escape(c, out);
        }
    }

    private static void escape(char c, StringBuilder out) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((c >> shift) & 15));
        }
    }
}
