package ai.kongguard.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers to its own names only. A page elsewhere can let its name point to this machine and so become, for the browser,
 * a page of ours that asks whatever it likes; what it cannot do is send another name than its own.
 */
public final class HostFilter extends OncePerRequestFilter {

    /** Names of this machine that no name server can give to another. */
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> hosts;
    private final String property;

    /**
     * @param others names beside those of loopback, without port
     * @param property where a name that is missing would be added
     */
    public HostFilter(Collection<String> others, String property) {
        Set<String> all = new HashSet<>(LOOPBACK);
        others.forEach(host -> all.add(host.toLowerCase(Locale.ROOT)));
        this.hosts = Set.copyOf(all);
        this.property = property;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOurs(request.getHeader(HttpHeaders.HOST))) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter()
                .write("{\"detail\":\"The Host header names another host: call localhost, or add the name to "
                        + property + "\"}");
    }

    /** A client without the header is no browser. */
    private boolean isOurs(@Nullable String header) {
        return header == null || hosts.contains(withoutPort(header.strip().toLowerCase(Locale.ROOT)));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
