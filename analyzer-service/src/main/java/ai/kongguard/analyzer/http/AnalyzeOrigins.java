package ai.kongguard.analyzer.http;

import java.util.List;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Which pages may call: existing dashboards, on ports of their own, do so from the browser. */
public final class AnalyzeOrigins implements WebMvcConfigurer {

    private final List<String> patterns;

    public AnalyzeOrigins(List<String> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping("/**").allowedMethods("GET", "POST").allowedOriginPatterns(patterns.toArray(String[]::new));
    }
}
