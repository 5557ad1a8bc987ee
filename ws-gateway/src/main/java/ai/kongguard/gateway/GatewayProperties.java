package ai.kongguard.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of one gateway.
 *
 * @param dashboardPort a second port for the same server, where people look for a dashboard; 0 for none
 * @param primaryTier the tier whose metrics are the tiles and whose verdicts are the history
 * @param tick how often metrics leave at most, and verdicts at least; a verdict that comes after none for half of it leaves at once
 * @param history newest verdicts that a new session is greeted with; existing clients expect at most 100
 * @param allowedOrigins patterns of pages, other than our own, that may open the socket; {@code [*]} is any port
 * @param maxSessions open at once; more are closed with code 1013
 * @param reconnectWithin clients are asked, when the gateway stops, to come back at different times up to this one
 * @param client what one client may do
 * @param feed how many verdicts are shown
 * @param outbox how much one session may leave unread
 * @param stream what {@code /stream} sends and remembers
 * @param simulation what is known of the simulator's runs
 */
@Validated
@ConfigurationProperties("kongguard.gateway")
public record GatewayProperties(
        @DefaultValue("3000") @Min(0) @Max(65535) int dashboardPort,
        @DefaultValue("local") @NotBlank String primaryTier,
        @DefaultValue("50ms") @DurationMin(millis = 5) @DurationMax(seconds = 1) Duration tick,
        @DefaultValue("100") @Min(0) @Max(100) int history,
        @DefaultValue({"http://localhost:[*]", "http://127.0.0.1:[*]"}) @NotNull List<@NotBlank String> allowedOrigins,
        @DefaultValue("200") @Min(1) @Max(100_000) int maxSessions,
        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(minutes = 10) Duration reconnectWithin,
        @DefaultValue @Valid Client client,
        @DefaultValue @Valid Feed feed,
        @DefaultValue @Valid Outbox outbox,
        @DefaultValue @Valid Stream stream,
        @DefaultValue @Valid Simulation simulation) {

    /**
     * Limits on each client.
     *
     * @param maxPerAddress sessions of one address, an IPv6 network of 64 bits being one; more are closed with code 4029
     * @param maxMessageSize of what it sends; code 1009 beyond
     * @param maxFramesPerSecond of what it sends; code 1008 beyond
     * @param pingInterval how often it is pinged
     * @param silenceTimeout after which it is closed when it neither answers nor says anything
     */
    public record Client(
            @DefaultValue("50") @Min(1) @Max(100_000) int maxPerAddress,
            @DefaultValue("64KB") DataSize maxMessageSize,
            @DefaultValue("50") @Min(1) @Max(100_000) int maxFramesPerSecond,
            @DefaultValue("10s") @DurationMin(millis = 500) @DurationMax(minutes = 1) Duration pingInterval,
            @DefaultValue("25s") @DurationMin(seconds = 1) @DurationMax(minutes = 10) Duration silenceTimeout) {

        private static final DataSize SMALLEST = DataSize.ofBytes(125);
        private static final DataSize LARGEST = DataSize.ofMegabytes(16);

        public Client {
            if (maxMessageSize.compareTo(SMALLEST) < 0 || maxMessageSize.compareTo(LARGEST) > 0) {
                throw new IllegalArgumentException(
                        "kongguard.gateway.client.max-message-size must be from 125B to 16MB, and is "
                                + maxMessageSize);
            }
            if (silenceTimeout.compareTo(pingInterval) <= 0) {
                throw new IllegalArgumentException("kongguard.gateway.client.silence-timeout must be longer than"
                        + " ping-interval, and is " + silenceTimeout);
            }
        }
    }

    /**
     * Limits on the feed that all sessions share.
     *
     * @param maxEventsPerSecond shown at most, the highest scores first; 0 for no cap
     * @param capacity verdicts that may wait for the next tick; when it is full, the rest waits in Kafka
     * @param maxThinkingPerSecond frames of type {@code ai_thinking}, which existing clients write into their console
     */
    public record Feed(
            @DefaultValue("50") @Min(0) @Max(1_000_000) int maxEventsPerSecond,
            @DefaultValue("10000") @Min(1) @Max(1_000_000) int capacity,
            @DefaultValue("2") @Min(1) @Max(1_000) int maxThinkingPerSecond) {}

    /**
     * Limits on each session.
     *
     * @param maxSize of the frames that wait to be sent; what does not fit is dropped and the session told how many
     * @param stallTimeout after which a session is closed whose outbox stays full, or whose client takes nothing
     */
    public record Outbox(
            @DefaultValue("4MB") DataSize maxSize,
            @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 10) Duration stallTimeout) {

        private static final DataSize SMALLEST = DataSize.ofKilobytes(16);
        private static final DataSize LARGEST = DataSize.ofGigabytes(1);

        public Outbox {
            if (maxSize.compareTo(SMALLEST) < 0 || maxSize.compareTo(LARGEST) > 0) {
                throw new IllegalArgumentException(
                        "kongguard.gateway.outbox.max-size must be from 16KB to 1GB, and is " + maxSize);
            }
        }
    }

    /**
     * What {@code /stream} sends and remembers.
     *
     * @param maxEventsPerSecond sent to one session at most, the highest scores first, but for what it missed; 0 for no cap
     * @param capacity verdicts that may wait for the next tick; when it is full, the rest waits in Kafka
     * @param recent newest verdicts kept in memory, for history, and so that a session that was away shortly resumes without reading Kafka
     * @param maxBacklog offsets behind which a session may resume; what lies before is told as a gap
     * @param maxReadings sessions that read Kafka at once to resume; others wait
     * @param cursorPatience how long a cursor may be ahead of what this replica has read before it counts as unknown
     */
    public record Stream(
            @DefaultValue("1000") @Min(0) @Max(1_000_000) int maxEventsPerSecond,
            @DefaultValue("10000") @Min(1) @Max(1_000_000) int capacity,
            @DefaultValue("5000") @Min(0) @Max(1_000_000) int recent,
            @DefaultValue("200000") @Min(1) long maxBacklog,
            @DefaultValue("20") @Min(1) @Max(1_000) int maxReadings,
            @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 10) Duration cursorPatience) {}

    /**
     * What is known of the simulator's runs.
     *
     * @param startWithin after which a run that no ingest instance took has failed
     * @param lease after which a run has failed whose ingest instance has said nothing
     * @param runs that are remembered, the newest
     * @param events whose truth goes along with their verdicts, the newest; about 130 bytes each
     */
    public record Simulation(
            @DefaultValue("35s") @DurationMin(seconds = 1) @DurationMax(minutes = 10) Duration startWithin,
            @DefaultValue("15s") @DurationMin(seconds = 2) @DurationMax(minutes = 10) Duration lease,
            @DefaultValue("200") @Min(1) @Max(100_000) int runs,
            @DefaultValue("100000") @Min(1_000) @Max(10_000_000) int events) {}
}
