package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.PercentEncoding;
import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import java.util.SplittableRandom;

/** Puts a payload into a request that would otherwise be ordinary. */
public final class Attack {

    private static final double DISGUISED = 0.25;
    private static final double DOUBLE_ENCODED = 0.1;
    private static final double LAZILY_ENCODED = 0.3;

    private Attack() {}

    /** A request that carries one payload of the family. */
    public static RequestDraft compose(SplittableRandom random, AttackFamily family) {
        String payload = disguise(random, family.type(), family.payload().apply(random));
        return place(random, Pick.one(random, family.placements()), payload);
    }

    private static String disguise(SplittableRandom random, ThreatType type, String payload) {
        if (!Pick.chance(random, DISGUISED)) {
            return payload;
        }
        Encoder encoder =
                switch (type) {
                    case SQL_INJECTION -> Pick.one(random, Encoder.MIXED_CASE, Encoder.SQL_COMMENTS, Encoder.TABS);
                    case XSS -> Pick.one(random, Encoder.MIXED_CASE, Encoder.UNICODE_ESCAPES, Encoder.HTML_ENTITIES);
                    default -> Encoder.PLAIN;
                };
        return encoder.encode(random, payload);
    }

    private static RequestDraft place(SplittableRandom random, Placement placement, String payload) {
        String name = Pick.one(random, "id", "q", "name", "file", "page", "user", "sort", "filter", "url", "comment");
        return switch (placement) {
            case QUERY ->
                RequestDraft.of("GET", Pick.one(random, "/products", "/search", "/users", "/files"), "catalog")
                        .param(Pick.one(random, "lang", "page"), Pick.one(random, "en", "1", "2"))
                        .param(name, encode(random, payload));
            case FORM ->
                RequestDraft.of("POST", Pick.one(random, "/login", "/contact", "/comments"), "forms")
                        .body(
                                "application/x-www-form-urlencoded",
                                "email=ann%40example.com&" + name + "=" + PercentEncoding.component(payload));
            case JSON ->
                RequestDraft.of("POST", Pick.one(random, "/api/orders", "/api/profile", "/api/reviews"), "api")
                        .body("application/json", "{\"quantity\":1,\"" + name + "\":" + quote(payload) + "}");
            case PATH -> RequestDraft.of("GET", "/products/" + PercentEncoding.component(payload), "catalog");
            case HEADER ->
                RequestDraft.of("GET", "/", "shop")
                        .header(Pick.one(random, "referer", "x-forwarded-host", "x-api-version"), oneLine(payload));
            case COOKIE ->
                RequestDraft.of("GET", "/cart", "shop")
                        .header("cookie", "theme=dark; " + name + "=" + PercentEncoding.component(payload));
            case MULTIPART -> multipart(random, payload);
            case XML -> RequestDraft.of("POST", "/api/import", "api").body("application/xml", payload);
        };
    }

    private static RequestDraft multipart(SplittableRandom random, String payload) {
        String boundary = "----form" + Pick.hex(random, 16);
        return RequestDraft.of("POST", "/upload", "forms")
                .body(
                        "multipart/form-data; boundary=" + boundary,
                        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n" + payload
                                + "\r\n--" + boundary + "--\r\n");
    }

    private static String encode(SplittableRandom random, String payload) {
        if (Pick.chance(random, LAZILY_ENCODED)) {
            return PercentEncoding.lenient(payload);
        }
        String once = PercentEncoding.component(payload);
        return Pick.chance(random, DOUBLE_ENCODED) ? PercentEncoding.component(once) : once;
    }

    private static String oneLine(String payload) {
        return payload.replace("\r", "%0d").replace("\n", "%0a");
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\u0000' -> quoted.append("\\u0000");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
