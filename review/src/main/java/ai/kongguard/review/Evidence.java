package ai.kongguard.review;

import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which parts of a request a question is about. Pure. */
final class Evidence {

    /** Kinds of threat that lie in what a client does, and in no single request. */
    private static final Set<ThreatType> BEHAVIOUR = EnumSet.of(
            ThreatType.DDOS,
            ThreatType.CREDENTIAL_STUFFING,
            ThreatType.BRUTE_FORCE,
            ThreatType.SCANNING,
            ThreatType.API_ABUSE);

    private static final Set<String> SECRET_HEADERS = Set.of(
            "header.authorization",
            "header.proxy-authorization",
            "header.cookie",
            "header.x-api-key",
            "header.apikey",
            "header.x-auth-token",
            "header.x-csrf-token");

    private Evidence() {}

    /** Whether a finding is about many requests of a client. */
    static boolean isBehaviour(Finding finding) {
        return BEHAVIOUR.contains(finding.type());
    }

    /** Whether a reviewer may ever see this place of a request. */
    static boolean isSecret(String field) {
        return field.startsWith("cookie.") || SECRET_HEADERS.contains(field);
    }

    /**
     * Whether the strongest finding about the request itself lies where a reviewer may look. A score too low for
     * findings lies anywhere.
     */
    static boolean canBeShown(List<Finding> findings) {
        for (Finding finding : findings) {
            if (!isBehaviour(finding)) {
                return !isSecret(finding.field());
            }
        }
        return findings.isEmpty();
    }

    /** The values that the question is about: of headers only those that findings name, and no secret. */
    static List<CanonicalValue> relevant(List<CanonicalValue> values, List<Finding> findings) {
        return values.stream()
                .filter(value -> !isSecret(value.field()))
                .filter(value -> !isHeader(value) || isNamed(value.field(), findings))
                .toList();
    }

    private static boolean isHeader(CanonicalValue value) {
        return value.kind() == Kind.HEADER || value.field().startsWith("header.");
    }

    static boolean isNamed(String field, List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.field().equals(field));
    }
}
