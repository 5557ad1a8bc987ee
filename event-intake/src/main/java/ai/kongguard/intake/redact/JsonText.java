package ai.kongguard.intake.redact;

import java.util.Collection;

/**
 * Redacts JSON by its strings alone, so that broken JSON is redacted too: the value after a secret name, each string of
 * an array there, and credentials in URLs and forms within any string. Linear in the length.
 */
final class JsonText {

    private final Secrets secrets;
    private final Redactor redactor;

    JsonText(Secrets secrets, Redactor redactor) {
        this.secrets = secrets;
        this.redactor = redactor;
    }

    String redact(String text, String place, Collection<String> redacted) {
        StringBuilder out = new StringBuilder(text.length());
        String secret = null;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                int end = endOfString(text, i + 1);
                String content = text.substring(i + 1, end);
                boolean name = isFollowedByColon(text, end + 1);
                if (name) {
                    secret = secrets.isSecret(content) ? content : null;
                    out.append('"').append(content);
                } else if (secret != null) {
                    out.append('"').append(redactor.secret(secret, content));
                    Redactor.note(redacted, place + "." + secret);
                } else {
                    out.append('"').append(redactor.text(content, place, redacted));
                }
                out.append(end < text.length() ? "\"" : "");
                i = end + 1;
            } else if (secret != null && isScalarStart(c)) {
                int end = endOfScalar(text, i);
                String scalar = text.substring(i, end);
                boolean literal = scalar.equals("null") || scalar.equals("true") || scalar.equals("false");
                out.append(literal ? scalar : '"' + Secrets.REDACTED + '"');
                if (!literal) {
                    Redactor.note(redacted, place + "." + secret);
                }
                i = end;
            } else {
                // An array of values keeps the name; an object has names of its own, and a comma brings the next one.
                secret = c == '{' || c == '}' || c == ']' ? null : secret;
                out.append(c);
                i++;
            }
        }
        return out.toString();
    }

    private static int endOfString(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }

    private static boolean isFollowedByColon(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i < text.length() && text.charAt(i) == ':';
    }

    private static boolean isScalarStart(char c) {
        return (c >= '0' && c <= '9') || c == '-' || (c >= 'a' && c <= 'z');
    }

    private static int endOfScalar(String text, int from) {
        int i = from;
        while (i < text.length() && ",]}\" \t\r\n".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }
}
