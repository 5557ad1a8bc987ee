package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.Pick;
import java.util.Locale;
import java.util.SplittableRandom;

/** Disguises that leave a payload's meaning to whoever decodes it. */
enum Encoder {
    PLAIN,
    MIXED_CASE,
    SQL_COMMENTS,
    HTML_ENTITIES,
    UNICODE_ESCAPES,
    TABS;

    String encode(SplittableRandom random, String payload) {
        return switch (this) {
            case PLAIN -> payload;
            case MIXED_CASE -> mixCase(random, payload);
            case SQL_COMMENTS -> payload.replace(" ", "/**/");
            case HTML_ENTITIES ->
                payload.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&#34;");
            case UNICODE_ESCAPES ->
                payload.replace("<", "\\u003c").replace(">", "\\u003e").replace("'", "\\u0027");
            case TABS -> payload.replace(' ', '\t');
        };
    }

    private static String mixCase(SplittableRandom random, String payload) {
        StringBuilder mixed = new StringBuilder(payload.length());
        for (int i = 0; i < payload.length(); i++) {
            String one = payload.substring(i, i + 1);
            mixed.append(Pick.chance(random, 0.5) ? one.toUpperCase(Locale.ROOT) : one);
        }
        return mixed.toString();
    }
}
