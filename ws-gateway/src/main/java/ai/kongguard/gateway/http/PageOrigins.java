package ai.kongguard.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Which pages other than our own may call. Stands before whatever refuses a call for another reason, so that such a page
 * can read the reason.
 */
public final class PageOrigins {

    private PageOrigins() {}

    /** Answers a page whose origin fits none of the patterns with 403. */
    public static CorsFilter filter(List<String> patterns) {
        CorsConfiguration pages = new CorsConfiguration();
        pages.setAllowedOriginPatterns(patterns);
        pages.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        pages.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        pages.setExposedHeaders(List.of(HttpHeaders.RETRY_AFTER));
        UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", pages);
        CorsFilter filter = new CorsFilter(everywhere);
        filter.setCorsProcessor(new Refusing());
        return filter;
    }

    /** Refuses in the shape of every other error. */
    private static final class Refusing extends DefaultCorsProcessor {

        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            response.setStatusCode(HttpStatus.FORBIDDEN);
            response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
            response.getBody()
                    .write("{\"detail\":\"Pages of this origin may not call: see kongguard.gateway.allowed-origins\"}"
                            .getBytes(UTF_8));
            response.flush();
        }
    }
}
