package ai.kongguard.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What callers have to show; compared in a time that does not tell how near a guess was. Immutable; never printed. */
public final class AccessToken {

    private final byte[] token;

    /** {@code token} empty for none, and then nothing matches. */
    public AccessToken(String token) {
        this.token = token.getBytes(UTF_8);
    }

    /** Whether there is one. */
    public boolean isSet() {
        return token.length > 0;
    }

    /** Whether this is it. */
    public boolean matches(String offered) {
        return isSet() && MessageDigest.isEqual(token, offered.getBytes(UTF_8));
    }

    /**
     * Whether an {@code Authorization} header has it: as a bearer token, or as the password of Basic auth, which is what
     * browsers ask people for and what Kong makes of the user info in a URL.
     */
    public boolean isIn(@Nullable String authorization) {
        int space = authorization == null ? -1 : authorization.indexOf(' ');
        if (authorization == null || space < 0) {
            return false;
        }
        String credentials = authorization.substring(space + 1).strip();
        return switch (authorization.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "bearer" -> matches(credentials);
            case "basic" -> matches(password(credentials));
            default -> false;
        };
    }

    private static String password(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }
}
