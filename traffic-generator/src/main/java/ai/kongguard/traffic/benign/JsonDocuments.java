package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.JsonText;
import ai.kongguard.traffic.Pick;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** JSON objects with values of every kind, flat or nested. */
final class JsonDocuments {

    private static final int DEEPEST = 3;

    private JsonDocuments() {}

    /** An object of a few plain fields. */
    static String small(SplittableRandom r) {
        StringJoiner fields = new StringJoiner(",", "{", "}");
        for (int i = Pick.number(r, 1, 5); i > 0; i--) {
            fields.add(JsonText.quote(key(r)) + ":" + scalar(r));
        }
        return fields.toString();
    }

    /** An object of any depth. */
    static String object(SplittableRandom r) {
        return object(r, DEEPEST, Pick.chance(r, 0.8));
    }

    /** An array of objects. */
    static String array(SplittableRandom r) {
        StringJoiner items = new StringJoiner(",", "[", "]");
        for (int i = Pick.number(r, 1, 6); i > 0; i--) {
            items.add(Pick.chance(r, 0.7) ? small(r) : scalar(r));
        }
        return items.toString();
    }

    /** An object per line. */
    static String lines(SplittableRandom r) {
        StringBuilder lines = new StringBuilder();
        for (int i = Pick.number(r, 1, 8); i > 0; i--) {
            lines.append("{\"index\":{\"_id\":\"")
                    .append(Pick.hex(r, 12))
                    .append("\"}}\n")
                    .append(small(r))
                    .append('\n');
        }
        return lines.toString();
    }

    /** A name of a field. */
    static String key(SplittableRandom r) {
        return Words.GRAMMAR.draw(r, Pick.one(r, "camel", "camel", "snake", "snake", "idea", "kebab", "pascal"));
    }

    private static String object(SplittableRandom r, int depth, boolean compact) {
        String separator = compact ? "," : ", ";
        StringJoiner fields = new StringJoiner(separator, "{", "}");
        for (int i = Pick.number(r, 1, 7); i > 0; i--) {
            fields.add(JsonText.quote(key(r)) + (compact ? ":" : ": ") + value(r, depth, compact));
        }
        return fields.toString();
    }

    private static String value(SplittableRandom r, int depth, boolean compact) {
        int drawn = r.nextInt(12);
        if (depth > 0 && drawn == 0) {
            return object(r, depth - 1, compact);
        }
        if (depth > 0 && drawn == 1) {
            StringJoiner items = new StringJoiner(",", "[", "]");
            for (int i = Pick.number(r, 0, 5); i > 0; i--) {
                items.add(value(r, depth - 2, compact));
            }
            return items.toString();
        }
        return scalar(r);
    }

    private static String scalar(SplittableRandom r) {
        return switch (r.nextInt(16)) {
            case 0, 1, 2 -> Integer.toString(Pick.number(r, 0, 100_000));
            case 3 -> Pick.number(r, -200, 1_000) + "." + Pick.number(r, 0, 100);
            case 4 -> Pick.one(r, "true", "false", "null");
            case 5, 6 -> string(r, Words.GRAMMAR.draw(r, "word"));
            case 7 -> string(r, Names.value(r));
            case 8 -> string(r, Identifiers.value(r));
            case 9 -> string(r, Quantities.value(r));
            case 10 -> string(r, Prose.value(r));
            case 11 -> string(r, Urls.value(r));
            case 12 -> string(r, Prose.title(r));
            case 13 -> string(r, Notations.value(r));
            case 14 -> Pick.one(r, "\"\"", "[]", "{}", "0", "\"-\"", "1e3", "\"N/A\"");
            default -> string(r, BenignText.value(r));
        };
    }

    private static String string(SplittableRandom r, String text) {
        return Pick.chance(r, 0.1) ? JsonText.quoteAscii(text) : JsonText.quote(text);
    }
}
