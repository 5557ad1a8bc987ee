package ai.kongguard.gateway.http;

import java.util.List;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Which pages other than our own may call; a page of any other origin is answered 403. */
public final class ApiOrigins implements WebMvcConfigurer {

    private final List<String> patterns;

    public ApiOrigins(List<String> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping("/**").allowedMethods("GET", "POST").allowedOriginPatterns(patterns.toArray(String[]::new));
    }
}
