package ai.kongguard.replay.convert;

import ai.kongguard.intake.EventDraft;
import ai.kongguard.intake.MalformedEntryException;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One entry of a HAR file. Used once. */
final class HarEntry {

    private final EventDraft draft = new EventDraft();
    private @Nullable String startedAt;
    private @Nullable String url;

    /** Reads the object that the parser is at, to its end; a field of another type than it should have is passed over. */
    void read(JsonParser json) {
        each(json, field -> {
            switch (field) {
                case "startedDateTime" -> startedAt = text(json);
                case "time" -> draft.totalMs = number(json);
                case "request" -> each(json, inner -> request(inner, json));
                case "response" ->
                    each(json, inner -> {
                        if (inner.equals("status")) {
                            draft.status = RequestFields.status(text(json));
                        } else {
                            json.skipChildren();
                        }
                    });
                default -> json.skipChildren();
            }
        });
    }

    /** @throws MalformedEntryException when it was no request that can be judged */
    EventDraft draft() {
        if (url == null) {
            throw new MalformedEntryException("request.url: missing");
        }
        draft.observedAt = Times.parse("startedDateTime", startedAt);
        int fragment = url.indexOf('#');
        RequestFields.target(draft, fragment < 0 ? url : url.substring(0, fragment));
        return draft;
    }

    private void request(String field, JsonParser json) {
        switch (field) {
            case "method" -> draft.method = text(json);
            case "url" -> url = text(json);
            case "httpVersion" -> {
                String version = text(json);
                draft.httpVersion =
                        version != null && version.toUpperCase(Locale.ROOT).startsWith("HTTP/")
                                ? version.substring(5)
                                : version;
            }
            case "headers" -> headers(json);
            case "postData" ->
                each(json, inner -> {
                    if (inner.equals("text")) {
                        draft.body = text(json);
                    } else {
                        json.skipChildren();
                    }
                });
            default -> json.skipChildren();
        }
    }

    private void headers(JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String[] pair = new String[2];
            each(json, field -> {
                switch (field) {
                    case "name" -> pair[0] = text(json);
                    case "value" -> pair[1] = text(json);
                    default -> json.skipChildren();
                }
            });
            // Those of HTTP/2 that stand for the request line.
            if (pair[0] != null && pair[1] != null && !pair[0].startsWith(":")) {
                draft.header(pair[0].toLowerCase(Locale.ROOT), pair[1]);
            }
        }
    }

    private interface Field {
        void read(String name);
    }

    private static void each(JsonParser json, Field reader) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            reader.read(name);
        }
    }

    private static @Nullable String text(JsonParser json) {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_STRING || (token != null && token.isNumeric())) {
            return json.getString();
        }
        json.skipChildren();
        return null;
    }

    private static @Nullable Double number(JsonParser json) {
        OptionalDouble number = Numbers.of(text(json));
        return number.isPresent() ? (Double) number.getAsDouble() : null;
    }
}
