package ai.kongguard.intake;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.TrafficEvent.Latency;
import ai.kongguard.event.TrafficEvent.Tls;
import ai.kongguard.intake.redact.Redactor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has understood of an entry so far. Turned into an event it is bounded, redacted and identified. Not
 * thread-safe.
 */
public final class EventDraft {

    /** Brokers refuse records that are an hour ahead; a gateway's clock that is further ahead than this is wrong. */
    private static final Duration MAX_AHEAD = Duration.ofMinutes(5);

    private static final int MAX_ID = 128;

    public @Nullable String requestId;
    public @Nullable Instant observedAt;
    public @Nullable String method;
    public @Nullable String scheme;
    public @Nullable String host;
    public @Nullable String path;
    public @Nullable String query;
    public @Nullable String httpVersion;
    public @Nullable String clientIp;
    public @Nullable String body;
    public @Nullable Integer status;
    public @Nullable Integer upstreamStatus;
    public @Nullable Long bytesIn;
    public @Nullable Long bytesOut;
    public @Nullable Double totalMs;
    public @Nullable Double gatewayMs;
    public @Nullable Double upstreamMs;
    public @Nullable String route;
    public @Nullable String service;
    public @Nullable String consumer;
    public @Nullable Tls tls;
    public @Nullable String traceId;
    public @Nullable String decidedBy;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> extra = new LinkedHashMap<>();
    private final List<String> flags = new ArrayList<>(2);
    private final List<String> redacted = new ArrayList<>(2);

    /** What an event already tells of a call that nobody has bounded or redacted; its answer and timings are left out. */
    public static EventDraft ofCall(TrafficEvent event) {
        EventDraft draft = new EventDraft();
        draft.requestId = event.eventId();
        draft.observedAt = event.observedAt();
        draft.method = event.method();
        draft.host = event.host();
        draft.path = event.path();
        draft.query = event.query();
        draft.clientIp = event.clientIp();
        draft.body = event.body();
        draft.bytesIn = event.bytesIn();
        event.headers().forEach(draft::header);
        return draft;
    }

    /** Adds a header; the name in lower case, repeated values joined up to what is kept: each joining copies it. */
    public void header(String name, String value) {
        String joined = headers.get(name);
        if (joined != null && joined.length() >= Bounds.HEADERS) {
            flag("headers_truncated");
        } else {
            headers.merge(name, value, (first, next) -> first + (name.equals("cookie") ? "; " : ", ") + next);
        }
    }

    /** Keeps a field that has no place of its own. */
    public void extra(String name, String text) {
        extra.put(name, text);
    }

    /** Notes something odd, once. */
    public void flag(String flag) {
        if (!flags.contains(flag)) {
            flags.add(flag);
        }
    }

    /** The event, of this source and received at this instant. */
    public TrafficEvent toEvent(String source, Instant receivedAt, Bounds bounds, Redactor redactor) {
        String id = identity(source);
        String safePath = redactor.path(cutUri(path, bounds.uri(), "/"), "path", redacted);
        String safeQuery = redactor.pairs(cutUri(query, bounds.uri() - safePath.length(), ""), '&', "query", redacted);
        Map<String, String> safeHeaders = safeHeaders(bounds, redactor);
        String safeBody = body == null ? null : redactor.body(body, redacted);
        boolean cut = safeBody != null && safeBody.length() > bounds.body();
        boolean hasLatency = totalMs != null || gatewayMs != null || upstreamMs != null;
        Map<String, String> safeExtra = safeExtra(bounds, redactor);
        return new TrafficEvent(
                TrafficEvent.SCHEMA,
                id,
                source,
                receivedAt,
                observedAt(receivedAt),
                method == null ? "" : Bounds.cut(method, 32),
                word(scheme, bounds),
                word(host, bounds),
                safePath,
                safeQuery,
                word(httpVersion, bounds),
                clientIp == null ? TrafficEvent.UNKNOWN_CLIENT : Bounds.cut(clientIp, 64),
                safeHeaders.get("x-forwarded-for"),
                safeHeaders.get("user-agent"),
                safeHeaders.get("referer"),
                safeHeaders,
                safeBody == null ? null : Bounds.cut(safeBody, bounds.body()),
                cut,
                status,
                upstreamStatus,
                bytesIn,
                bytesOut,
                hasLatency ? new Latency(totalMs, gatewayMs, upstreamMs) : null,
                word(route, bounds),
                word(service, bounds),
                word(consumer, bounds),
                tls == null
                        ? null
                        : new Tls(
                                word(tls.version(), bounds),
                                word(tls.cipher(), bounds),
                                word(tls.sni(), bounds),
                                word(tls.ja3(), bounds)),
                word(traceId, bounds),
                word(decidedBy, bounds),
                List.copyOf(flags),
                List.copyOf(redacted),
                safeExtra);
    }

    private String cutUri(@Nullable String text, int max, String fallback) {
        if (text == null) {
            return fallback;
        }
        if (text.length() > max) {
            flag("uri_truncated");
        }
        return Bounds.cut(text, Math.max(0, max));
    }

    private Map<String, String> safeHeaders(Bounds bounds, Redactor redactor) {
        Map<String, String> safe = new LinkedHashMap<>();
        int room = bounds.headers();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            String name = Bounds.cut(header.getKey(), bounds.word());
            String value = redactor.header(name, header.getValue(), redacted);
            room -= name.length();
            if (room <= 0 || safe.size() >= bounds.headerCount()) {
                flag("headers_truncated");
                break;
            }
            if (value.length() > room) {
                flag("headers_truncated");
            }
            String kept = Bounds.cut(value, room);
            room -= kept.length();
            safe.put(name, kept);
        }
        return safe;
    }

    private Map<String, String> safeExtra(Bounds bounds, Redactor redactor) {
        Map<String, String> safe = new LinkedHashMap<>();
        int room = bounds.extra();
        for (Map.Entry<String, String> field : extra.entrySet()) {
            String name = Bounds.cut(field.getKey(), bounds.word());
            String text = redactor.field(name, field.getValue(), redacted);
            room -= name.length() + text.length();
            if (room < 0) {
                flag("extra_truncated");
                break;
            }
            safe.put(name, Bounds.cut(text, text.length()));
        }
        return safe;
    }

    private Instant observedAt(Instant receivedAt) {
        Instant observed = observedAt;
        if (observed == null) {
            return receivedAt;
        }
        if (observed.isAfter(receivedAt.plus(MAX_AHEAD))) {
            flag("clock_ahead");
            return receivedAt;
        }
        return observed;
    }

    /** The gateway's request id, else a hash of what tells one call from another. */
    private String identity(String source) {
        String id = requestId;
        if (id != null && !id.isBlank() && id.length() <= MAX_ID) {
            return Bounds.cut(id, MAX_ID);
        }
        String call = String.join(
                "\n",
                source,
                String.valueOf(id),
                String.valueOf(observedAt),
                String.valueOf(clientIp),
                String.valueOf(method),
                String.valueOf(path),
                String.valueOf(query),
                String.valueOf(bytesIn),
                String.valueOf(bytesOut));
        byte[] bytes = call.getBytes(StandardCharsets.UTF_8);
        return sha256(bytes, 0, bytes.length).substring(0, 32);
    }

    /** In lower-case hex digits. */
    public static String sha256(byte[] bytes, int offset, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, offset, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static @Nullable String word(@Nullable String text, Bounds bounds) {
        return text == null ? null : Bounds.cut(text, bounds.word());
    }
}
