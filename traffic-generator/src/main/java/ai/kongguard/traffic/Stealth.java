package ai.kongguard.traffic;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Sends the same request so that it stands out less: from one of many addresses, as a browser, its values encoded. */
final class Stealth {

    private static final double ENCODED = 0.5;

    private Stealth() {}

    static GeneratedRequest hide(GeneratedRequest g, SplittableRandom random) {
        Map<String, String> headers = new LinkedHashMap<>(g.headers());
        String agent = headers.getOrDefault("user-agent", "").toLowerCase(Locale.ROOT);
        if (agent.startsWith("sqlmap") || agent.startsWith("nikto") || agent.startsWith("curl")) {
            headers.put("user-agent", Clients.browser(random));
        }
        String query = pairs(g.query(), random);
        String body = body(g.body(), g.headers().getOrDefault("content-type", ""), random);
        long grown = query.length() - g.query().length() + length(body) - length(g.body());
        return new GeneratedRequest(
                g.id(),
                g.method(),
                g.scheme(),
                g.host(),
                g.path(),
                query,
                Map.copyOf(headers),
                body,
                Clients.bot(random),
                g.route(),
                g.status(),
                g.latencyMs(),
                g.bytesIn() + grown,
                g.bytesOut(),
                g.truth());
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static @Nullable String body(@Nullable String body, String type, SplittableRandom random) {
        if (body == null) {
            return null;
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return pairs(body, random);
        }
        return type.startsWith("application/json") ? strings(body, random) : body;
    }

    /** Letters of values as percent codes, which mean the same. */
    private static String pairs(String text, SplittableRandom random) {
        StringBuilder out = new StringBuilder(text.length() * 2);
        boolean value = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean code = c == '%' && i + 2 < text.length();
            if (code) {
                out.append(text, i, i + 3);
                i += 2;
            } else if (value && isLetter(c) && Pick.chance(random, ENCODED)) {
                out.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            } else {
                value = c != '&' && (value || c == '=');
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Letters of JSON strings as escapes, which mean the same. */
    private static String strings(String json, SplittableRandom random) {
        StringBuilder out = new StringBuilder(json.length() * 3);
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted && c == '\\' && i + 1 < json.length()) {
                int end = Math.min(json.length(), json.charAt(i + 1) == 'u' ? i + 6 : i + 2);
                out.append(json, i, end);
                i = end - 1;
            } else if (quoted && isLetter(c) && Pick.chance(random, ENCODED)) {
                out.append("\\u00").append(Integer.toHexString(c));
            } else {
                quoted = (c == '"') != quoted;
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
