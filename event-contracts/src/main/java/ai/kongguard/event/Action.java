package ai.kongguard.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a verdict asks the gateway to do, mildest first. */
public enum Action {
    @JsonProperty("allow")
    ALLOW,
    @JsonProperty("monitor")
    MONITOR,
    @JsonProperty("rate_limit")
    RATE_LIMIT,
    @JsonProperty("block")
    BLOCK;

    private final String wireName = name().toLowerCase(java.util.Locale.ROOT);

    /** The snake_case name used on every wire. */
    public String wireName() {
        return wireName;
    }

    /** Whether the request would have been stopped or slowed: what every "blocked" counter counts. */
    public boolean blocks() {
        return this == RATE_LIMIT || this == BLOCK;
    }
}
