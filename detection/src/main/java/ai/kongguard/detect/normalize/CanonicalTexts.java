package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import ai.kongguard.detect.normalize.Decoder.Syntax;
import ai.kongguard.event.TrafficEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a request says once it is decoded, for people to read beside what was sent. Throws nothing, whatever the event
 * holds; bounded, linear in the size of the request, thread-safe.
 */
public final class CanonicalTexts {

    /** Characters of each text, from its start. */
    public static final int MAX_LENGTH = 8 * 1024;

    /** More than a request has that nobody made to be long. */
    public static final int MAX_TEXTS = 32;

    private CanonicalTexts() {}

    /**
     * {@code path}, {@code query}, {@code header.NAME} of each of these headers, and {@code body}, decoded, where that
     * differs from what was sent; and as {@code hidden.FIELD} what was hidden in a value as Base64 or hexadecimal digits,
     * line by line. In the order of the request.
     *
     * @param headers names in lower case
     */
    public static Map<String, String> of(TrafficEvent event, Collection<String> headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        put("path", event.path(), Syntax.URL, texts);
        put("query", event.query(), Syntax.FORM, texts);
        for (String name : headers) {
            String value = event.headers().getOrDefault(name, "");
            put("header." + name, value, name.equals("cookie") ? Syntax.URL : Syntax.TEXT, texts);
        }
        String body = event.body();
        String type = event.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        boolean form = type.contains("x-www-form-urlencoded");
        put("body", body == null ? "" : body, form ? Syntax.FORM : Syntax.TEXT, texts);
        for (CanonicalValue value : Canonicaliser.values(event)) {
            String field = "hidden." + value.field();
            if (value.kind() == Kind.HIDDEN && (texts.size() < MAX_TEXTS || texts.containsKey(field))) {
                texts.merge(field, cut(value.text()), (before, more) -> cut(before + "\n" + more));
            }
        }
        return texts;
    }

    private static void put(String field, String part, Syntax syntax, Map<String, String> texts) {
        Excerpt sent = Excerpt.of(part, 0, Math.min(part.length(), Canonicaliser.MAX_LENGTH));
        String decoded = Decoder.decode(sent, syntax).text();
        if (texts.size() < MAX_TEXTS && !decoded.equals(sent.text())) {
            texts.put(field, cut(decoded));
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), MAX_LENGTH));
    }
}
