package ai.kongguard.review;

import ai.kongguard.event.Escalation;
import ai.kongguard.event.Escalation.Excerpt;
import ai.kongguard.event.Escalation.Slice;
import ai.kongguard.event.Finding;
import ai.kongguard.event.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** What a model is shown of a request, as JSON in which nothing looks like markup. Pure. */
final class ShownRequest {

    private static final int MAX_METHOD = 16;
    private static final int MAX_NAME = 80;

    private static final ObjectWriter JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .characterEscapes(new NoMarkup())
                    .build())
            .build()
            .writer();

    private ShownRequest() {}

    /** One line of JSON in ASCII. */
    static String of(Escalation escalation, ProviderClass shownTo) {
        boolean local = shownTo == ProviderClass.LOCAL;
        UnaryOperator<String> masked = local ? Defanged::of : text -> Defanged.of(Masked.of(text));
        Verdict verdict = escalation.verdict();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("method", cut(verdict.method(), MAX_METHOD));
        if (local) {
            put(shown, "host", verdict.host(), masked);
            put(shown, "route", verdict.route(), masked);
            put(shown, "service", verdict.service(), masked);
            put(shown, "client_ip", verdict.clientIp(), masked);
        }
        put(shown, "status", verdict.status());
        shown.put("headers", escalation.headerCount());
        shown.put("suspected", verdict.threatType().wireName());
        shown.put(
                "suspected_in",
                verdict.findings().stream()
                        .map(Finding::field)
                        .distinct()
                        .map(Excerpts::field)
                        .map(masked)
                        .toList());
        shown.put(
                "values",
                escalation.excerpts().stream()
                        .map(excerpt ->
                                value(local ? excerpt : Slicing.CLOUD.smaller(excerpt, verdict.findings()), masked))
                        .toList());
        return JSON.writeValueAsString(shown);
    }

    private static Map<String, Object> value(Excerpt excerpt, UnaryOperator<String> masked) {
        List<Map<String, Object>> slices =
                excerpt.slices().stream().map(slice -> slice(slice, masked)).toList();
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("field", masked.apply(excerpt.field()));
        value.put("length", excerpt.length());
        value.put("slices", slices);
        return value;
    }

    private static Map<String, Object> slice(Slice slice, UnaryOperator<String> masked) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("at", slice.at());
        shown.put("text", masked.apply(slice.text()));
        return shown;
    }

    private static void put(Map<String, Object> shown, String name, @Nullable Object value) {
        if (value != null) {
            shown.put(name, value);
        }
    }

    private static void put(
            Map<String, Object> shown, String name, @Nullable String value, UnaryOperator<String> masked) {
        if (value != null) {
            shown.put(name, masked.apply(cut(value, MAX_NAME)));
        }
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    /** Also escapes what begins tags, entities and the notation of chats. */
    private static final class NoMarkup extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        private static final int[] ESCAPES = escapes();

        @Override
        public int[] getEscapeCodesForAscii() {
            return ESCAPES.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int ch) {
            return null;
        }

        private static int[] escapes() {
            int[] escapes = standardAsciiEscapesForJSON();
            for (char c : new char[] {'<', '>', '&', '[', ']', 0x7f}) {
                escapes[c] = ESCAPE_STANDARD;
            }
            return escapes;
        }
    }
}
