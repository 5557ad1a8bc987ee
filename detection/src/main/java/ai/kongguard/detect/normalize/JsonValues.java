package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The text leaves of a JSON document, and the names that are no plain names. A broken document is one value. */
final class JsonValues {

    /** Deeper documents are looked at as text. */
    private static final int MAX_DEPTH = 64;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private JsonValues() {}

    static void add(String body, ValueSink sink) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            walk(parser, sink);
        } catch (JacksonException broken) {
            sink.add(Kind.DOCUMENT, "body", body, false);
        }
    }

    private static void walk(JsonParser parser, ValueSink sink) {
        Deque<String> names = new ArrayDeque<>();
        String name = "";
        for (JsonToken token = parser.nextToken(); token != null && !sink.isFull(); token = parser.nextToken()) {
            switch (token) {
                case PROPERTY_NAME -> {
                    name = parser.currentName();
                    if (name.startsWith("$") || !isName(name)) {
                        sink.add(Kind.NAME, field(names, ""), name, false);
                    }
                }
                case START_OBJECT, START_ARRAY -> {
                    names.push(name);
                    name = "";
                }
                case END_OBJECT, END_ARRAY -> {
                    name = "";
                    names.poll();
                }
                case VALUE_STRING -> sink.add(Kind.LEAF, field(names, name), parser.getString(), false);
                default -> {}
            }
        }
    }

    /** The innermost name stands for the place; names of odd characters are not repeated. */
    private static String field(Deque<String> names, String name) {
        String innermost = name;
        if (innermost.isEmpty()) {
            innermost =
                    names.stream().filter(outer -> !outer.isEmpty()).findFirst().orElse("");
        }
        return innermost.isEmpty() || !isName(innermost) ? "body" : "body." + innermost;
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && "_-.$@ :/".indexOf(c) < 0) {
                return false;
            }
        }
        return name.length() <= 64;
    }
}
