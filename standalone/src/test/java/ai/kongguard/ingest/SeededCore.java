package ai.kongguard.ingest;

import org.springframework.core.env.Environment;

/** Breaks: the core of a service knows no framework, and no adapter. */
public final class SeededCore {

    private final Environment environment;
    private final ai.kongguard.ingest.http.SeededAdapter adapter;

    SeededCore(Environment environment, ai.kongguard.ingest.http.SeededAdapter adapter) {
        this.environment = environment;
        this.adapter = adapter;
    }

    String describe() {
        return environment + " " + adapter;
    }
}
