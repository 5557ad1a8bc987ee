package ai.kongguard.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody in without the token: as a bearer token, or as the password of Basic auth, which is what Kong makes of the
 * user info in its {@code http_endpoint}.
 */
public final class TokenFilter extends OncePerRequestFilter {

    private static final String REFUSAL =
            "{\"detail\":\"Send the ingest token: Authorization: Bearer TOKEN, or as the password of Basic auth\"}";

    private final byte[] token;

    public TokenFilter(String token) {
        this.token = token.getBytes(UTF_8);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isToken(offered(request.getHeader(HttpHeaders.AUTHORIZATION)))) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"ingest\", Basic realm=\"ingest\"");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write(REFUSAL);
    }

    /** Takes as long for a near miss as for a far one. */
    private boolean isToken(String offered) {
        return MessageDigest.isEqual(token, offered.getBytes(UTF_8));
    }

    private static String offered(@Nullable String authorization) {
        int space = authorization == null ? -1 : authorization.indexOf(' ');
        if (authorization == null || space < 0) {
            return "";
        }
        String credentials = authorization.substring(space + 1).strip();
        return switch (authorization.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "bearer" -> credentials;
            case "basic" -> password(credentials);
            default -> "";
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
