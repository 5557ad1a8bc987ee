package ai.kongguard.ingest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the ingest service.
 *
 * @param token that gateways have to send; nothing is asked for when it is empty
 * @param maxBodySize of one request, decompressed; the rest of a larger one is not read
 * @param maxElementSize of one entry; a larger one goes to the dead-letter topic, cut to this size
 * @param maxDeadLetters of one request; further bad elements are counted and told, but not kept
 * @param maxCapturedBody characters of a logged request body that are kept
 * @param deliveryTimeout in which Kafka has to acknowledge, else the answer is 503; Kong itself waits 10 s
 * @param recentEvents event ids remembered, so that a batch which is sent again is published once
 * @param kong how Kong's entries look
 * @param demo the traffic that shows the system at work, when {@code kongguard.demo} is on
 */
@Validated
@ConfigurationProperties("kongguard.ingest")
public record IngestProperties(
        @DefaultValue("") String token,
        @DefaultValue("64MB") DataSize maxBodySize,
        @DefaultValue("512KB") DataSize maxElementSize,
        @DefaultValue("1000") @Min(0) @Max(100_000) int maxDeadLetters,
        @DefaultValue("65536") @Min(0) @Max(MAX_CAPTURED_BODY) int maxCapturedBody,
        @DefaultValue("8s") @DurationMin(seconds = 1) @DurationMax(minutes = 2) Duration deliveryTimeout,
        @DefaultValue("100000") @Min(0) @Max(10_000_000) int recentEvents,
        @DefaultValue @Valid Kong kong,
        @DefaultValue @Valid Demo demo) {

    /** Longer ones might not fit a record of 1 MB when every character has to be escaped. */
    static final int MAX_CAPTURED_BODY = 80_000;

    /** Larger ones would not fit a record of 1 MB, cut or not. */
    private static final DataSize MAX_ELEMENT = DataSize.ofKilobytes(900);

    /**
     * @throws IllegalArgumentException if a size is out of range
     */
    public IngestProperties {
        if (maxElementSize.toBytes() < 1024 || maxElementSize.compareTo(MAX_ELEMENT) > 0) {
            throw new IllegalArgumentException(
                    "kongguard.ingest.max-element-size must be from 1KB to 900KB, was " + maxElementSize);
        }
        if (maxBodySize.compareTo(maxElementSize) < 0) {
            throw new IllegalArgumentException(
                    "kongguard.ingest.max-body-size must not be below max-element-size, was " + maxBodySize);
        }
    }

    /**
     * How Kong's entries look.
     *
     * @param root the field under which {@code custom_fields_by_lua} has put all others; empty for none
     */
    public record Kong(@DefaultValue("") String root) {}

    /**
     * The demo traffic.
     *
     * @param rate events per second, on average
     * @param seed to see the same traffic again; chosen at random when absent
     */
    public record Demo(@DefaultValue("4") @Min(1) @Max(100) int rate, @Nullable Long seed) {}
}
