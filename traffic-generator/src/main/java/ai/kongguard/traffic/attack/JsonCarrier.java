package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.Pick;
import java.util.SplittableRandom;

/** JSON with a payload somewhere in it. */
final class JsonCarrier {

    private static final double CAREFUL = 0.1;

    private JsonCarrier() {}

    /** An object that has the payload as a text. */
    static String object(SplittableRandom r, String payload) {
        return around(r, quote(payload, Pick.chance(r, CAREFUL)));
    }

    /** An object that has this value of JSON. */
    static String around(SplittableRandom r, String value) {
        return switch (r.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> fields(r, value);
            case 5 -> fields(r, fields(r, value));
            case 6 -> fields(r, "[" + value + "]");
            case 7 -> fields(r, "[" + CarrierWords.leaf(r) + "," + value + "]");
            case 8 -> fields(r, "[" + fields(r, value) + "]");
            default -> "{\"" + CarrierWords.parameter(r) + "\":" + value + "}";
        };
    }

    /** Careful writers escape what browsers could misread. */
    static String quote(String text, boolean careful) {
        StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '<', '>', '\'', '&', '=' -> unicode(quoted, c, careful);
                default -> unicode(quoted, c, c < ' ' || (careful && c > '~'));
            }
        }
        return quoted.append('"').toString();
    }

    private static void unicode(StringBuilder quoted, char c, boolean escaped) {
        if (!escaped) {
            quoted.append(c);
            return;
        }
        String digits = Integer.toHexString(c);
        quoted.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
    }

    private static String fields(SplittableRandom r, String value) {
        int before = r.nextInt(3);
        int after = r.nextInt(3);
        String gap = Pick.chance(r, 0.3) ? " " : "";
        StringBuilder object = new StringBuilder(value.length() + 64).append('{');
        for (int i = 0; i <= before + after; i++) {
            object.append(i == 0 ? "\"" : "," + gap + "\"")
                    .append(CarrierWords.parameter(r))
                    .append("\":")
                    .append(gap)
                    .append(i == before ? value : CarrierWords.leaf(r));
        }
        return object.append('}').toString();
    }
}
