package ai.kongguard.gateway.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts on every response what keeps attackers' text, should it ever reach a page as markup, from doing anything. */
public final class SecurityHeadersFilter extends OncePerRequestFilter {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src 'self'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", POLICY + ownSocket(request.getHeader(HttpHeaders.HOST)));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        chain.doFilter(request, response);
    }

    /** Some browsers do not take {@code 'self'} for WebSockets, so our own host is named, if it can be one. */
    private static String ownSocket(@Nullable String host) {
        if (host == null || host.isEmpty() || !host.chars().allMatch(SecurityHeadersFilter::isHostLetter)) {
            return "";
        }
        return " ws://" + host + " wss://" + host;
    }

    private static boolean isHostLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ".-:[]".indexOf(c) >= 0;
    }
}
