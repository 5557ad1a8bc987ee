package ai.kongguard.ingest;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the ingest service. */
public final class IngestApplication {

    private IngestApplication() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(IngestConfiguration.class)
                .properties("spring.config.name=ingest")
                .run(args);
    }
}
