package ai.kongguard.metrics;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the metrics streams. */
public final class MetricsApplication {

    private MetricsApplication() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(MetricsConfiguration.class)
                .properties("spring.config.name=metrics")
                .run(args);
    }
}
