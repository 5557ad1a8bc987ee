package ai.kongguard.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts on every response what keeps attackers' text, should it ever reach a page as markup, from doing anything. The one inline
 * script is the dashboard's import map, which browsers take from nowhere else; it is allowed by its hash. Text becomes markup only
 * through the templates of Lit, whose policy for Trusted Types is named {@code lit-html}.
 */
public final class SecurityHeadersFilter extends OncePerRequestFilter {

    private static final String POLICY = "default-src 'none'; script-src 'self'%s; style-src 'self'; img-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types lit-html; connect-src 'self'";
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private final String policy;

    /** @param page the page whose import map may be used */
    public SecurityHeadersFilter(Resource page) {
        try {
            Matcher map = IMPORT_MAP.matcher(page.getContentAsString(UTF_8));
            policy = POLICY.formatted(map.find() ? " 'sha256-" + sha256(map.group(1)) + "'" : "");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the page " + page, e);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", policy + ownSocket(request.getHeader(HttpHeaders.HOST)));
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

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static boolean isHostLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ".-:[]".indexOf(c) >= 0;
    }
}
