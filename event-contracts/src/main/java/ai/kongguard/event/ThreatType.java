package ai.kongguard.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of threat a verdict or a ground-truth label can name. */
public enum ThreatType {
    @JsonProperty("none")
    NONE,
    @JsonProperty("sql_injection")
    SQL_INJECTION,
    @JsonProperty("xss")
    XSS,
    @JsonProperty("path_traversal")
    PATH_TRAVERSAL,
    @JsonProperty("command_injection")
    COMMAND_INJECTION,
    @JsonProperty("ldap_injection")
    LDAP_INJECTION,
    @JsonProperty("nosql_injection")
    NOSQL_INJECTION,
    @JsonProperty("ssti")
    SSTI,
    @JsonProperty("xxe")
    XXE,
    @JsonProperty("ssrf")
    SSRF,
    @JsonProperty("rce")
    RCE,
    @JsonProperty("crlf_injection")
    CRLF_INJECTION,
    @JsonProperty("business_logic")
    BUSINESS_LOGIC,
    @JsonProperty("ransomware_c2")
    RANSOMWARE_C2,
    /** A type written by a newer release than the reader. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN,

    // What a client does over many requests. At the end, because stored counts go by position.
    @JsonProperty("ddos")
    DDOS,
    @JsonProperty("credential_stuffing")
    CREDENTIAL_STUFFING,
    @JsonProperty("brute_force")
    BRUTE_FORCE,
    @JsonProperty("scanning")
    SCANNING,
    @JsonProperty("api_abuse")
    API_ABUSE,

    /** Text that tells a language model what to answer. */
    @JsonProperty("prompt_injection")
    PROMPT_INJECTION;

    private static final Map<String, ThreatType> SHORT_NAMES = Map.of(
            "sql", SQL_INJECTION,
            "cmd", COMMAND_INJECTION,
            "cmd_injection", COMMAND_INJECTION,
            "path", PATH_TRAVERSAL,
            "business", BUSINESS_LOGIC,
            "ransomware", RANSOMWARE_C2,
            "normal", NONE);

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The snake_case name used on every wire. */
    public String wireName() {
        return wireName;
    }

    /** The type of this wire name, or of the short name that existing clients use; null when there is none. */
    public static @Nullable ThreatType named(String name) {
        ThreatType known = SHORT_NAMES.get(name);
        if (known != null) {
            return known;
        }
        for (ThreatType type : values()) {
            if (type != UNKNOWN && type.wireName.equals(name)) {
                return type;
            }
        }
        return null;
    }
}
