package ai.kongguard.review;

import ai.kongguard.event.ThreatType;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads a model's text strictly: what is not exactly the JSON that was asked for is no answer. Thread-safe. */
public final class AnswerReader {

    /** Characters; an answer of the longest reasoning, all of it escaped, is shorter. */
    static final int MAX_LENGTH = 8_192;

    private static final JsonFactory JSON = new JsonFactory();

    private enum Field {
        SCORE,
        THREAT_TYPE,
        CONFIDENCE,
        REASONING
    }

    /**
     * @throws UnusableAnswerException if it is empty, prose, fenced, truncated, too long, or breaks the schema
     */
    public Answer read(String text) throws UnusableAnswerException {
        if (text.isBlank()) {
            throw new UnusableAnswerException("The answer is empty");
        }
        if (text.length() > MAX_LENGTH) {
            throw new UnusableAnswerException("The answer is longer than " + MAX_LENGTH + " characters");
        }
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnusableAnswerException("The answer is no JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                Field field = field(parser.currentName());
                if (fields.put(field, value(field, parser)) != null) {
                    throw new UnusableAnswerException(name(field) + " is there twice");
                }
            }
            if (parser.nextToken() != null) {
                throw new UnusableAnswerException("Something follows the JSON object");
            }
        } catch (JacksonException e) {
            // Its message quotes the answer, and with it maybe the attacker.
            throw new UnusableAnswerException("The answer is no valid JSON");
        }
        return new Answer(
                (Double) present(fields, Field.SCORE),
                (ThreatType) present(fields, Field.THREAT_TYPE),
                (Double) present(fields, Field.CONFIDENCE),
                (String) present(fields, Field.REASONING));
    }

    private static Object value(Field field, JsonParser parser) throws UnusableAnswerException {
        JsonToken token = parser.nextToken();
        return switch (field) {
            case SCORE, CONFIDENCE -> unit(field, token, parser);
            case THREAT_TYPE -> type(string(field, token, parser));
            case REASONING -> reasoning(string(field, token, parser));
        };
    }

    private static double unit(Field field, JsonToken token, JsonParser parser) throws UnusableAnswerException {
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw new UnusableAnswerException(name(field) + " is no number");
        }
        double number = parser.getDoubleValue();
        if (!(number >= 0 && number <= 1)) {
            throw new UnusableAnswerException(name(field) + " is not from 0 to 1");
        }
        return number;
    }

    private static String string(Field field, JsonToken token, JsonParser parser) throws UnusableAnswerException {
        if (token != JsonToken.VALUE_STRING) {
            throw new UnusableAnswerException(name(field) + " is no text");
        }
        return parser.getString();
    }

    private static ThreatType type(String name) throws UnusableAnswerException {
        for (ThreatType type : AnswerSchema.TYPES) {
            if (type.wireName().equals(name)) {
                return type;
            }
        }
        throw new UnusableAnswerException("threat_type is none of those that were asked for");
    }

    private static String reasoning(String text) throws UnusableAnswerException {
        String plain = PlainText.of(text);
        if (plain.isEmpty() || plain.length() > AnswerSchema.MAX_REASONING) {
            throw new UnusableAnswerException(
                    "reasoning is not from 1 to " + AnswerSchema.MAX_REASONING + " characters");
        }
        return plain;
    }

    private static Field field(@Nullable String name) throws UnusableAnswerException {
        for (Field field : Field.values()) {
            if (name(field).equals(name)) {
                return field;
            }
        }
        throw new UnusableAnswerException("A field is none of those that were asked for");
    }

    private static Object present(Map<Field, Object> fields, Field field) throws UnusableAnswerException {
        Object value = fields.get(field);
        if (value == null) {
            throw new UnusableAnswerException(name(field) + " is missing");
        }
        return value;
    }

    private static String name(Field field) {
        return switch (field) {
            case SCORE -> "score";
            case THREAT_TYPE -> "threat_type";
            case CONFIDENCE -> "confidence";
            case REASONING -> "reasoning";
        };
    }
}
