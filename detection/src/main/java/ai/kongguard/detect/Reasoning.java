package ai.kongguard.detect;

import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import java.util.List;
import java.util.Locale;

/** One sentence in plain words, made from the findings. */
final class Reasoning {

    private static final int QUOTED = 60;

    private Reasoning() {}

    static String of(List<Finding> strongest) {
        if (strongest.isEmpty()) {
            return "Nothing in the request looks like an attack.";
        }
        Finding first = strongest.get(0);
        String degree = first.weight() >= 0.8 ? " in " : first.weight() >= 0.5 ? " is likely in " : " is possible in ";
        String more = strongest.size() == 1
                ? "."
                : ", and " + (strongest.size() - 1) + " more finding" + (strongest.size() == 2 ? "." : "s.");
        return name(first.type()) + degree + first.field() + ": " + quote(first.evidence()) + more;
    }

    private static String name(ThreatType type) {
        return switch (type) {
            case SQL_INJECTION -> "SQL injection";
            case XSS -> "Cross-site scripting";
            case LDAP_INJECTION -> "LDAP injection";
            case NOSQL_INJECTION -> "NoSQL injection";
            case SSTI -> "Template injection";
            case XXE -> "An XML external entity";
            case SSRF -> "Server-side request forgery";
            case RCE -> "Remote code execution";
            case CRLF_INJECTION -> "CRLF injection";
            default -> {
                String words = type.wireName().replace('_', ' ');
                yield words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            }
        };
    }

    private static String quote(String evidence) {
        String line = evidence.replace('\n', ' ').replace('\r', ' ');
        return "\"" + (line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "...") + "\"";
    }
}
