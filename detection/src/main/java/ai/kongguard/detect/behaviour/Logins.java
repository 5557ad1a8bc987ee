package ai.kongguard.detect.behaviour;

import ai.kongguard.detect.normalize.Ascii;
import ai.kongguard.event.TrafficEvent;
import org.jspecify.annotations.Nullable;

/** Requests that try to log somebody in. */
final class Logins {

    /** No user name was seen; gateways log bodies only when told to. */
    static final long NOBODY = 0;

    /** Characters of a body in which a user name is looked for: it stands near the start of an honest one. */
    private static final int LOOKED_AT = 4096;

    private static final WordTable ENDINGS = new WordTable(
            "login signin sign-in sign_in log-in log_in logon auth authenticate authentication token session sessions",
            "wp-login j_security_check dologin userlogin");

    private static final WordTable USER_FIELDS = new WordTable(
            "user username user_name user-name userid user_id uid usr email e-mail mail login loginid login_id",
            "account identifier phone mobile j_username log");

    private Logins() {}

    /** Whether it is one, by its method and the last segment of its path without its extension. */
    static boolean isLogin(String method, String path) {
        if (!method.equals("POST") && !method.equals("PUT")) {
            return false;
        }
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        int start = path.lastIndexOf('/', end - 1) + 1;
        int hash = 0;
        for (int i = start; i < end; i++) {
            if (path.charAt(i) == '.') {
                end = i;
            } else {
                hash = WordTable.step(hash, path.charAt(i));
            }
        }
        return ENDINGS.find(path, start, end, hash) != WordTable.NONE;
    }

    /** Whether an answer refuses a login: wrong, unknown, locked or tried too often. */
    static boolean isFailure(int status) {
        return switch (status) {
            case 400, 401, 403, 422, 423, 429 -> true;
            default -> false;
        };
    }

    /** A hash of the user name in the body or the query; {@link #NOBODY} when there is none. */
    static long user(TrafficEvent event, long seed) {
        long user = user(event.body(), seed);
        return user == NOBODY ? user(event.query(), seed) : user;
    }

    /** The first value of a form or of flat JSON whose name is one for users. */
    private static long user(@Nullable String text, long seed) {
        if (text == null) {
            return NOBODY;
        }
        int length = Math.min(text.length(), LOOKED_AT);
        int start = 0;
        int hash = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (Ascii.isWord(c) || c == '-') {
                hash = WordTable.step(hash, c);
                continue;
            }
            if (i > start && USER_FIELDS.find(text, start, i, hash) != WordTable.NONE) {
                long user = value(text, i, length, seed);
                if (user != NOBODY) {
                    return user;
                }
            }
            start = i + 1;
            hash = 0;
        }
        return NOBODY;
    }

    /** Of the value after a name that ends at {@code at}. */
    private static long value(String text, int at, int length, long seed) {
        int i = skip(text, text.charAt(at) == '"' ? at + 1 : at, length);
        if (i >= length || (text.charAt(i) != '=' && text.charAt(i) != ':')) {
            return NOBODY;
        }
        int start = skip(text, i + 1, length);
        boolean quoted = start < length && text.charAt(start) == '"';
        start += quoted ? 1 : 0;
        int end = start;
        while (end < length && !(quoted ? text.charAt(end) == '"' : "&,;}\n".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end > start ? Hash.text(text, start, end, seed) : NOBODY;
    }

    private static int skip(String text, int from, int length) {
        int i = from;
        while (i < length && Ascii.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
