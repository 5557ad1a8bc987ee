package ai.kongguard.http;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why a service does not start in a paragraph, not in a stack trace. */
public final class OpenWithoutTokenAnalyzer extends AbstractFailureAnalyzer<OpenWithoutTokenException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OpenWithoutTokenException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Or listen on 127.0.0.1 only, and put a proxy that asks who is there before it.",
                cause);
    }
}
