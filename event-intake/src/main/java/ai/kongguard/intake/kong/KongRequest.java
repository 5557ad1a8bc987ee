package ai.kongguard.intake.kong;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.intake.EventDraft;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The {@code request} object. Path and query come from the raw target: the parsed query string that Kong sends beside
 * it stops at 100 parameters, so an attacker could hide behind the hundredth. It is only compared.
 */
final class KongRequest {

    private final EventDraft draft;
    private final List<String> parsedNames = new ArrayList<>();
    private @Nullable String uri;
    private @Nullable String url;

    KongRequest(EventDraft draft) {
        this.draft = draft;
    }

    /** Reads one field; false when it has no place here. */
    boolean field(String field, JsonParser parser) {
        switch (field) {
            case "id" -> draft.requestId = Json.word(parser);
            case "method" -> draft.method = Json.word(parser);
            case "uri" -> uri = Json.word(parser);
            case "url" -> url = Json.word(parser);
            case "querystring" -> parsedQuery(parser);
            case "headers" -> headers(parser);
            case "size" -> draft.bytesIn = KongFields.size(parser);
            case "tls" -> draft.tls = KongFields.tls(parser, draft);
            case "body", "payload" -> body(Json.text(parser));
            case "body_b64" -> base64Body(Json.text(parser));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** When all fields are read. */
    void finish() {
        RequestTarget.Origin origin = RequestTarget.origin(url);
        if (origin != null) {
            draft.scheme = origin.scheme();
            draft.host = origin.host();
        }
        String target = uri != null ? uri : url;
        RequestTarget parts = RequestTarget.of(target == null ? "/" : target);
        draft.path = parts.path();
        draft.query = parts.query();
        if (!QueryNames.of(parts.query()).containsAll(parsedNames)) {
            draft.flag("query_mismatch");
        }
    }

    private void parsedQuery(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            parsedNames.add(parser.currentName());
            parser.nextToken();
            parser.skipChildren();
        }
    }

    /** A value is a string, or an array when the header was repeated. */
    private void headers(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName().toLowerCase(Locale.ROOT);
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    header(name, Json.text(parser));
                }
            } else {
                header(name, Json.text(parser));
            }
        }
    }

    private void header(String name, @Nullable String value) {
        if (value != null) {
            draft.header(name, value);
        }
    }

    private void body(@Nullable String text) {
        if (text != null && !text.isEmpty()) {
            draft.body = text;
        }
    }

    private void base64Body(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return;
        }
        try {
            draft.body = new String(Base64.getMimeDecoder().decode(text), UTF_8);
        } catch (IllegalArgumentException noBase64) {
            draft.flag("invalid_base64");
            draft.body = text;
        }
    }
}
