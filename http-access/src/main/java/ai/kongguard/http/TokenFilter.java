package ai.kongguard.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody in without the token, where one is needed: 401 with what to send. */
public final class TokenFilter extends OncePerRequestFilter {

    private final AccessToken token;
    private final String realm;
    private final Predicate<HttpServletRequest> guarded;

    /** {@code realm} is what the token opens, in a word; {@code guarded} tells which requests need it. */
    public TokenFilter(AccessToken token, String realm, Predicate<HttpServletRequest> guarded) {
        this.token = token;
        this.realm = realm;
        this.guarded = guarded;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!guarded.test(request) || token.isIn(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"" + realm + "\", Basic realm=\"" + realm + "\"");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter()
                .write("{\"detail\":\"Send the " + realm
                        + " token: Authorization: Bearer TOKEN, or as the password of Basic auth\"}");
    }
}
