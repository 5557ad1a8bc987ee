package ai.kongguard.ingest.seeded;

import ai.kongguard.analyzer.AnalyzerProperties;

/** Breaks: services share topics, not classes. */
public final class SeesAnalyzer {

    private final AnalyzerProperties analyzer;

    SeesAnalyzer(AnalyzerProperties analyzer) {
        this.analyzer = analyzer;
    }

    String tier() {
        return analyzer.tier();
    }
}
