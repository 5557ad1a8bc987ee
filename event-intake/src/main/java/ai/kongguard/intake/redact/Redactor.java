package ai.kongguard.intake.redact;

import java.util.Collection;
import java.util.Locale;

/**
 * Takes credentials out of the texts of a request: query strings, forms, cookies, headers, URLs and JSON, valid or not.
 * What it takes out it names in {@code redacted}. Everything else stays as it was, byte for byte. Thread-safe.
 */
public final class Redactor {

    /** Names of redacted fields that are told; a sender may spell one name in very many ways. */
    static final int MAX_NAMED = 32;

    private final Secrets secrets;
    private final JsonText json;

    public Redactor(Secrets secrets) {
        this.secrets = secrets;
        this.json = new JsonText(secrets, this);
    }

    /** A query string or form body; fields are named after {@code place}, such as {@code query}. */
    public String pairs(String text, char separator, String place, Collection<String> redacted) {
        StringBuilder out = null;
        int copied = 0;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf(separator, start);
            end = end < 0 ? text.length() : end;
            int equals = text.indexOf('=', start);
            if (equals > 0 && equals < end) {
                String name = text.substring(start, equals).strip();
                if (secrets.isSecret(name)) {
                    out = out == null ? new StringBuilder(text.length()) : out;
                    out.append(text, copied, equals + 1);
                    out.append(secrets.mask(name, text.substring(equals + 1, end)));
                    copied = end;
                    note(redacted, place + "." + name);
                }
            }
            start = end + 1;
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    /** A header's value; the name in lower case. */
    public String header(String name, String value, Collection<String> redacted) {
        if (!secrets.isSecret(name)) {
            return url(value, "header." + name, redacted);
        }
        note(redacted, "header." + name);
        return secret(name, value);
    }

    /** A URL, whose path parameters and query may hold credentials. */
    public String url(String text, String place, Collection<String> redacted) {
        int mark = text.indexOf('?');
        return mark < 0
                ? path(text, place, redacted)
                : path(text.substring(0, mark), place, redacted)
                        + "?"
                        + pairs(text.substring(mark + 1), '&', place, redacted);
    }

    /** A path, whose segments may have parameters, such as {@code ;jsessionid=...}. */
    public String path(String text, String place, Collection<String> redacted) {
        int semicolon = text.indexOf(';');
        return semicolon < 0
                ? text
                : text.substring(0, semicolon + 1) + pairs(text.substring(semicolon + 1), ';', place, redacted);
    }

    /** A body, read by its look: JSON, form, or anything else, which stays as it is. */
    public String body(String text, Collection<String> redacted) {
        char first = firstCharacter(text);
        if (first == '{' || first == '[') {
            return json(text, "body", redacted);
        }
        return text.indexOf('=') > 0 && first != '<' ? pairs(text, '&', "body", redacted) : text;
    }

    /** A field that no rule is made for: a scalar, or JSON. */
    public String field(String name, String text, Collection<String> redacted) {
        if (secrets.isSecret(name)) {
            note(redacted, "extra." + name);
            return secret(name, text);
        }
        char first = firstCharacter(text);
        String place = "extra." + name;
        return first == '{' || first == '[' ? json(text, place, redacted) : text(text, place, redacted);
    }

    /** JSON text, even when it is broken. */
    public String json(String text, String place, Collection<String> redacted) {
        return json.redact(text, place, redacted);
    }

    /** Any text: it may be a URL, and it may be a form. */
    String text(String text, String place, Collection<String> redacted) {
        return pairs(url(text, place, redacted), '&', place, redacted);
    }

    /** What may be stored of the value of a secret field, wherever that stands. */
    String secret(String name, String value) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "cookie", "set-cookie" -> cookies(name, value);
            case "authorization", "proxy-authorization" -> {
                int space = value.indexOf(' ');
                boolean scheme = space > 0 && value.chars().limit(space).allMatch(Character::isLetter);
                int credentials = scheme ? space + 1 : 0;
                yield value.substring(0, credentials) + secrets.mask(name, value.substring(credentials));
            }
            default -> secrets.mask(name, value);
        };
    }

    /** Every cookie is a credential, whatever its name. */
    private String cookies(String header, String value) {
        StringBuilder out = new StringBuilder(value.length());
        int start = 0;
        while (start < value.length()) {
            int end = value.indexOf(';', start);
            end = end < 0 ? value.length() : end;
            int equals = value.indexOf('=', start);
            int from = equals < 0 || equals >= end ? start : equals + 1;
            out.append(value, start, from).append(secrets.mask(header, value.substring(from, end)));
            if (end < value.length()) {
                out.append(';');
            }
            start = end + 1;
        }
        return out.toString();
    }

    private static char firstCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > ' ') {
                return text.charAt(i);
            }
        }
        return ' ';
    }

    static void note(Collection<String> redacted, String field) {
        if (redacted.size() < MAX_NAMED && !redacted.contains(field)) {
            redacted.add(field);
        }
    }
}
