package ai.kongguard.analyzer;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts one analyzer. */
public final class AnalyzerApplication {

    private AnalyzerApplication() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(AnalyzerConfiguration.class)
                .properties("spring.config.name=analyzer")
                .run(args);
    }
}
