package ai.kongguard.intake.kong;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.Entry;
import ai.kongguard.intake.EntryReader;
import ai.kongguard.intake.EventDraft;
import ai.kongguard.intake.MalformedEntryException;
import ai.kongguard.intake.redact.Redactor;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads the entries of Kong's http-log, kafka-log, file-log and their kin, which share one serializer. Any field may be
 * missing, moved under one root, or of another type than documented. Thread-safe.
 */
public final class KongReader implements EntryReader {

    /** Where a recipe may have put the request's body; people need none of it to see why an entry cannot be read. */
    public static final List<String> BODY_FIELDS = List.of("body", "payload", "body_b64");

    private static final int MAX_DEPTH = 64;
    private static final int MAX_PLACE = 80;

    private static final Set<String> ROOT_FIELDS = Set.of(
            "request",
            "response",
            "route",
            "service",
            "consumer",
            "authenticated_entity",
            "client_ip",
            "latencies",
            "started_at",
            "upstream_uri",
            "upstream_status",
            "tries",
            "session",
            "upstream",
            "source",
            "workspace",
            "workspace_name",
            "trace_id",
            "correlation_id",
            "ai");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private final String root;
    private final Bounds bounds;
    private final Redactor redactor;

    /**
     * @param root the field under which {@code custom_fields_by_lua} has put everything; empty for none
     * @param bounds how much of an event is stored
     * @param redactor takes credentials out
     */
    public KongReader(String root, Bounds bounds, Redactor redactor) {
        this.root = root;
        this.bounds = bounds;
        this.redactor = redactor;
    }

    @Override
    public String source() {
        return "kong";
    }

    @Override
    public boolean mayBeginWith(String field) {
        return ROOT_FIELDS.contains(field) || (!root.isEmpty() && field.equals(root));
    }

    @Override
    public Optional<TrafficEvent> read(Entry entry, Instant receivedAt) {
        EventDraft draft = new EventDraft();
        try (JsonParser parser = parser(entry, draft)) {
            return read(parser, draft)
                    ? Optional.of(draft.toEvent(source(), receivedAt, bounds, redactor))
                    : Optional.empty();
        }
    }

    /** Whether it is an HTTP request; false for a stream. */
    private boolean read(JsonParser parser, EventDraft draft) {
        KongFields fields = new KongFields(JSON, draft);
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedEntryException("must be an object");
            }
            if (!root.isEmpty() && !descend(parser)) {
                throw new MalformedEntryException(root + ": missing, but kongguard.ingest.kong.root names it");
            }
            fields.read(parser);
            if (root.isEmpty() && parser.nextToken() != null) {
                throw new MalformedEntryException("more follows after the object on the same line");
            }
        } catch (JacksonException e) {
            // Its message would quote the payload; a broken bound, unlike a broken token, has no location.
            TokenStreamLocation location = e.getLocation();
            String where =
                    location == null ? "" : " at byte " + Math.max(location.getByteOffset(), location.getCharOffset());
            throw new MalformedEntryException(place(parser) + "not valid JSON" + where);
        }
        if (!fields.hasRequest() && !fields.isStream()) {
            throw new MalformedEntryException("request: missing");
        }
        return fields.hasRequest();
    }

    /** The field that the parser is in, as far as it is one of Kong's. */
    private static String place(JsonParser parser) {
        String pointer = parser.streamReadContext().pathAsPointer().toString();
        String place = pointer.length() > MAX_PLACE ? pointer.substring(0, MAX_PLACE) : pointer;
        return place.isEmpty() ? "" : place.substring(1).replace('/', '.') + ": ";
    }

    /** Moves to the object under the root field; what stands beside it is not Kong's. */
    private boolean descend(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = parser.currentName().equals(root);
            JsonToken value = parser.nextToken();
            if (found) {
                return value == JsonToken.START_OBJECT;
            }
            parser.skipChildren();
        }
        return false;
    }

    /** Lua copies bytes as they came, so an attacker can send what is no UTF-8; that must not hide the rest. */
    private static JsonParser parser(Entry entry, EventDraft draft) {
        if (entry.ascii() || isUtf8(entry)) {
            return JSON.createParser(ObjectReadContext.empty(), entry.buffer(), entry.offset(), entry.length());
        }
        draft.flag("invalid_utf8");
        draft.extra("raw_sha256", EventDraft.sha256(entry.buffer(), entry.offset(), entry.length()));
        String replaced = new String(entry.buffer(), entry.offset(), entry.length(), UTF_8);
        return JSON.createParser(ObjectReadContext.empty(), replaced);
    }

    private static boolean isUtf8(Entry entry) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(entry.buffer(), entry.offset(), entry.length()));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }
}
