package ai.kongguard.traffic;

/** JSON strings, as a library would write them. */
public final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /** The text as a JSON string, its quotes included; what is not ASCII stays as it is. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < 0x20) {
                        escape(c, quoted);
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
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

    private static void escape(char c, StringBuilder out) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((c >> shift) & 15));
        }
    }
}
