package ai.kongguard.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of what the gateway lets callers do over HTTP.
 *
 * @param token that callers have to show who change something; needed as soon as others than this machine can call
 * @param open whether it may start without a token although others than this machine may call
 * @param protectReads whether reading, the socket too, needs it as well
 * @param allowedHosts names, beside those of loopback, that the {@code Host} header may have; any when it is empty and
 *     others than this machine can call
 * @param analyze what one caller may ask to have judged
 * @param limits how often each address may call
 * @param events limits of looking an event up
 */
@Validated
@ConfigurationProperties("kongguard.gateway")
public record ApiProperties(
        @DefaultValue("") String token,
        @DefaultValue("false") boolean open,
        @DefaultValue("false") boolean protectReads,
        @DefaultValue List<String> allowedHosts,
        @DefaultValue @Valid Analyze analyze,
        @DefaultValue @Valid Limits limits,
        @DefaultValue @Valid Events events) {

    public ApiProperties {
        if (protectReads && token.isEmpty()) {
            throw new IllegalArgumentException("kongguard.gateway.protect-reads needs a kongguard.gateway.token");
        }
    }

    /**
     * Limits of {@code POST /analyze}.
     *
     * @param timeout after which the answer is 504
     * @param maxBodySize that is read
     * @param maxCapturedBody characters of a described body that are kept
     * @param maxWaiting requests that wait for their verdict at once; more are answered 429
     */
    public record Analyze(
            @DefaultValue("10s") @DurationMin(millis = 500) @DurationMax(seconds = 25) Duration timeout,
            @DefaultValue("1MB") DataSize maxBodySize,
            @DefaultValue("65536") @Min(0) @Max(80_000) int maxCapturedBody,
            @DefaultValue("1000") @Min(1) @Max(100_000) int maxWaiting) {

        private static final DataSize LARGEST = DataSize.ofMegabytes(64);

        public Analyze {
            if (maxBodySize.toBytes() < 1024 || maxBodySize.compareTo(LARGEST) > 0) {
                throw new IllegalArgumentException(
                        "kongguard.gateway.analyze.max-body-size must be from 1KB to 64MB, and is " + maxBodySize);
            }
        }
    }

    /**
     * Calls of one address that change something; more are answered 429.
     *
     * @param commandsPerMinute floods, quick attacks, feedback and all else that is not {@code /analyze}; 0 for no limit
     * @param analysesPerSecond of {@code /analyze}, which a gateway may call for each of its requests; 0 for no limit
     */
    public record Limits(
            @DefaultValue("120") @Min(0) @Max(1_000_000) int commandsPerMinute,
            @DefaultValue("200") @Min(0) @Max(1_000_000) int analysesPerSecond) {}

    /**
     * Limits of {@code GET /api/events}, which reads the topics from the event's time on.
     *
     * @param maxRecords looked at of each topic, in the partition of the client's key and once more in the others; when
     *     there are more the answer says that it is not complete
     * @param timeout of one look-up, after which the answer is what was found
     * @param maxConcurrent look-ups at once; more are answered 429
     */
    public record Events(
            @DefaultValue("50000") @Min(100) @Max(10_000_000) long maxRecords,
            @DefaultValue("3s") @DurationMin(millis = 100) @DurationMax(seconds = 25) Duration timeout,
            @DefaultValue("4") @Min(1) @Max(100) int maxConcurrent) {}
}
