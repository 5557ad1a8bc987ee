package ai.kongguard.replay.convert;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.TrafficEvent.Tls;
import ai.kongguard.intake.Entry;
import ai.kongguard.intake.EventDraft;
import ai.kongguard.intake.MalformedEntryException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A line of nginx's access log: {@code combined}, or a JSON object with the names that people give its variables. */
final class NginxLine {

    private static final int COMBINED_WORDS = 7;
    private static final int FORWARDED_FOR = 9;

    private NginxLine() {}

    static EventDraft draft(Entry entry) {
        return entry.length() > 0 && entry.buffer()[entry.offset()] == '{'
                ? json(JsonObjects.read(entry))
                : combined(new String(entry.buffer(), entry.offset(), entry.length(), ISO_8859_1));
    }

    private static EventDraft json(Map<String, @Nullable Object> fields) {
        EventDraft draft = new EventDraft();
        draft.requestId = JsonObjects.text(fields, "request_id");
        draft.observedAt = Times.parse(
                "time",
                JsonObjects.text(fields, "time", "msec", "time_iso8601", "time_local", "@timestamp", "timestamp"));
        draft.clientIp = JsonObjects.text(fields, "remote_addr", "client_ip", "remote_ip");
        draft.method = JsonObjects.text(fields, "method", "request_method");
        draft.httpVersion = version(JsonObjects.text(fields, "proto", "server_protocol"));
        String uri = JsonObjects.text(fields, "uri", "request_uri", "path");
        String request = JsonObjects.text(fields, "request");
        if (uri != null) {
            RequestFields.target(draft, uri);
        } else if (request != null) {
            requestLine(draft, request);
        } else {
            throw new MalformedEntryException("uri: missing, and so is request");
        }
        draft.scheme = or(JsonObjects.text(fields, "scheme"), draft.scheme);
        draft.host = or(JsonObjects.text(fields, "host", "http_host", "server_name"), draft.host);
        draft.status = RequestFields.status(JsonObjects.text(fields, "status"));
        draft.upstreamStatus = RequestFields.status(last(JsonObjects.text(fields, "ustatus", "upstream_status")));
        draft.bytesOut = whole(JsonObjects.text(fields, "bytes", "bytes_sent", "body_bytes_sent"));
        draft.bytesIn = whole(JsonObjects.text(fields, "req_len", "request_length"));
        draft.totalMs = millis(JsonObjects.text(fields, "rt", "request_time"));
        draft.upstreamMs = millis(last(JsonObjects.text(fields, "urt", "upstream_response_time")));
        draft.body = JsonObjects.text(fields, "body", "request_body");
        header(draft, "user-agent", JsonObjects.text(fields, "ua", "http_user_agent", "user_agent", "agent"));
        header(draft, "referer", JsonObjects.text(fields, "ref", "http_referer", "referer"));
        header(draft, "x-forwarded-for", JsonObjects.text(fields, "xff", "http_x_forwarded_for"));
        header(draft, "content-type", JsonObjects.text(fields, "ct", "http_content_type", "content_type"));
        String tls = JsonObjects.text(fields, "tls", "ssl_protocol");
        draft.tls = tls == null ? null : new Tls(tls, JsonObjects.text(fields, "cipher", "ssl_cipher"), null, null);
        return draft;
    }

    private static EventDraft combined(String line) {
        List<String> words = words(line);
        if (words.size() < COMBINED_WORDS || words.get(2).isEmpty()) {
            throw new MalformedEntryException("not a line of the combined format");
        }
        EventDraft draft = new EventDraft();
        draft.clientIp = words.get(0);
        draft.observedAt = Times.parse("time", words.get(3));
        requestLine(draft, words.get(4));
        draft.status = RequestFields.status(words.get(5));
        draft.bytesOut = whole(words.get(6));
        header(draft, "referer", at(words, 7));
        header(draft, "user-agent", at(words, 8));
        header(draft, "x-forwarded-for", at(words, FORWARDED_FOR));
        return draft;
    }

    private static void requestLine(EventDraft draft, String request) {
        int first = request.indexOf(' ');
        int last = request.lastIndexOf(' ');
        if (first <= 0) {
            throw new MalformedEntryException("request: has no method and target");
        }
        boolean versioned = last > first && request.startsWith("HTTP/", last + 1);
        draft.method = request.substring(0, first);
        draft.httpVersion = versioned ? version(request.substring(last + 1)) : null;
        RequestFields.target(draft, request.substring(first + 1, versioned ? last : request.length()));
    }

    /** Split at blanks; what is in brackets or quotes is one word, and {@code \xHH} in it the byte. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == ' ') {
                i++;
                continue;
            }
            char close = c == '"' ? '"' : c == '[' ? ']' : ' ';
            int from = close == ' ' ? i : i + 1;
            int end = from;
            while (end < line.length() && line.charAt(end) != close) {
                end += line.charAt(end) == '\\' && close == '"' ? 2 : 1;
            }
            end = Math.min(end, line.length());
            words.add(unescaped(line.substring(from, end)));
            i = end + 1;
        }
        return words;
    }

    private static String unescaped(String word) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '\\' && i + 1 < word.length()) {
                boolean hex = i + 3 < word.length()
                        && word.charAt(i + 1) == 'x'
                        && HexFormat.isHexDigit(word.charAt(i + 2))
                        && HexFormat.isHexDigit(word.charAt(i + 3));
                bytes.write(hex ? HexFormat.fromHexDigits(word, i + 2, i + 4) : word.charAt(i + 1));
                i += hex ? 3 : 1;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toString(UTF_8);
    }

    private static void header(EventDraft draft, String name, @Nullable String value) {
        if (value != null && !value.isEmpty() && !value.equals("-")) {
            draft.header(name, value);
        }
    }

    private static @Nullable String at(List<String> words, int index) {
        return index < words.size() ? words.get(index) : null;
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }

    private static @Nullable String version(@Nullable String protocol) {
        return protocol == null ? null : protocol.startsWith("HTTP/") ? protocol.substring(5) : protocol;
    }

    /** Of several, as after retries, the last. */
    private static @Nullable String last(@Nullable String text) {
        return text == null ? null : text.substring(text.lastIndexOf(',') + 1).strip();
    }

    private static @Nullable Double millis(@Nullable String seconds) {
        OptionalDouble number = Numbers.of(seconds);
        return number.isPresent() ? (Double) (number.getAsDouble() * 1000) : null;
    }

    private static @Nullable Long whole(@Nullable String text) {
        OptionalDouble number = Numbers.of(text);
        return number.isPresent() ? (Long) Math.round(number.getAsDouble()) : null;
    }
}
