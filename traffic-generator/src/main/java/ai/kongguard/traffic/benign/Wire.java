package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.JsonText;
import ai.kongguard.traffic.PercentEncoding;
import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import java.util.SplittableRandom;

/** How values are written into paths, queries, forms and multipart bodies by the many programs that do so. */
final class Wire {

    private static final int LONGEST_IN_QUERY = 1_200;
    private static final String UPPER = PercentEncoding.DIGITS;
    private static final String LOWER = "0123456789abcdef";

    private Wire() {}

    /** A query parameter's value, encoded by a browser, a library or a lazy script. */
    static String query(SplittableRandom r, String value) {
        String text = value.length() > LONGEST_IN_QUERY ? Searches.value(r) : value;
        return switch (r.nextInt(20)) {
            case 0, 1, 2 -> encode(text, "-._*", true, UPPER);
            case 3, 4 -> encode(text, "-._~/!()*,;:@$[]|`{}^?=", false, UPPER);
            case 5, 6 -> encode(text, "-._~!'()*", false, UPPER);
            case 7 -> encode(text, "-._", true, LOWER);
            case 8 -> encode(text, "-._~/'()*!,;:@$[]|`{}<>=\"\\^", false, UPPER);
            case 9 -> encode(text, "-._~/:,", false, UPPER);
            default -> PercentEncoding.component(text);
        };
    }

    /** One segment of a path. */
    static String segment(SplittableRandom r, String value) {
        String text = value.length() > 200 ? Identifiers.value(r) : value;
        return Pick.chance(r, 0.3) ? encode(text, "-._~!$'()*+,;=:@", false, UPPER) : PercentEncoding.component(text);
    }

    /** A field of a form body, with its name. */
    static String field(SplittableRandom r, String name, String value) {
        return name + "="
                + (Pick.chance(r, 0.8) ? encode(value, "-._*", true, UPPER) : PercentEncoding.component(value));
    }

    static RequestDraft form(RequestDraft draft, SplittableRandom r, String... fields) {
        return draft.body(
                Pick.one(
                        r,
                        "application/x-www-form-urlencoded",
                        "application/x-www-form-urlencoded",
                        "application/x-www-form-urlencoded; charset=UTF-8"),
                String.join("&", fields));
    }

    /** An object as the body; in the plain type only what is an object. */
    static RequestDraft json(RequestDraft draft, String object) {
        return draft.body("application/json", object);
    }

    /** A field of a JSON object, with its name. */
    static String pair(String name, String value) {
        return JsonText.quote(name) + ":" + JsonText.quote(value);
    }

    static String object(String... pairs) {
        return "{" + String.join(",", pairs) + "}";
    }

    /** A part of a multipart body, without a file's name unless there is one. */
    static String part(String name, String fileName, String type, String content) {
        String file = fileName.isEmpty()
                ? ""
                : "; filename=\"" + fileName.replace("\\", "\\\\").replace("\"", "%22") + "\"";
        return "Content-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n"
                + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "\r\n" + content + "\r\n";
    }

    static RequestDraft multipart(RequestDraft draft, SplittableRandom r, String... parts) {
        String boundary = Either.of(
                r,
                () -> "----WebKitFormBoundary" + Pick.hex(r, 16),
                () -> "---------------------------" + Pick.number(r, 100_000_000, 999_999_999)
                        + Pick.number(r, 1_000, 9_999),
                () -> Pick.hex(r, 32),
                () -> "------------------------" + Pick.hex(r, 16),
                () -> "Boundary+" + Pick.hex(r, 12),
                () -> "--dio-boundary-" + Pick.number(r, 1_000_000, 9_999_999));
        StringBuilder body = new StringBuilder();
        for (String part : parts) {
            body.append("--").append(boundary).append("\r\n").append(part);
        }
        body.append("--").append(boundary).append("--\r\n");
        return draft.body("multipart/form-data; boundary=" + boundary, body.toString());
    }

    private static String encode(String text, String kept, boolean plus, String digits) {
        String encoded = PercentEncoding.encode(text, c -> PercentEncoding.isPlain(c, kept), digits);
        return plus ? encoded.replace("%20", "+") : encoded;
    }
}
