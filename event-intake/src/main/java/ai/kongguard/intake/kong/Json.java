package ai.kongguard.intake.kong;

import java.io.StringWriter;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads fields whose type a Lua program chose: a number may be a string, a string a number, an empty array an object.
 * Every method leaves the parser at the last token of the value it was called for.
 */
final class Json {

    /** Longer numbers are no sizes, times or states. */
    private static final int MAX_NUMBER = 32;

    private Json() {}

    /** A scalar as text; null for null, an object or an array. */
    static @Nullable String text(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        if (token != null && token.isScalarValue()) {
            return token == JsonToken.VALUE_NULL ? null : parser.getString();
        }
        parser.skipChildren();
        return null;
    }

    /** A scalar as text; null also for an empty one. */
    static @Nullable String word(JsonParser parser) {
        String text = text(parser);
        return text == null || text.isBlank() ? null : text;
    }

    /** A number, or a string that is one. */
    static OptionalDouble number(JsonParser parser) {
        return number(text(parser));
    }

    /** A whole number, rounded, or a string that is one. */
    static OptionalLong whole(JsonParser parser) {
        OptionalDouble number = number(parser);
        return number.isPresent() ? OptionalLong.of(Math.round(number.getAsDouble())) : OptionalLong.empty();
    }

    static OptionalDouble number(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > MAX_NUMBER) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }

    /** The value as compact JSON. */
    static String compact(JsonFactory factory, JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }
}
