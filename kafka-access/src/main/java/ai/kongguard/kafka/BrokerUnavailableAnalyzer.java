package ai.kongguard.kafka;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why a service does not start in a paragraph, not in a stack trace. */
public final class BrokerUnavailableAnalyzer extends AbstractFailureAnalyzer<BrokerUnavailableException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokerUnavailableException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "The properties are in docs/config.md, users and rights in docs/security.md.",
                cause);
    }
}
