package ai.kongguard.analyzer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of one analyzer.
 *
 * @param tier the name its verdicts carry; analyzers of one tier share the work, tiers each judge all traffic
 * @param instanceId unique among the analyzers of a tier and the same after a restart, so that a transaction which a
 *     crash left open is ended at once
 * @param concurrency consumer threads; more than there are partitions stay idle
 * @param maxPollRecords most events in one transaction; more costs latency, fewer costs throughput
 * @param transactionTimeout after which the broker ends the transaction of an analyzer that vanished
 * @param recentEvents event ids remembered per partition, so that an event which a gateway sent twice is judged once
 * @param maxBodySize largest body that {@code POST /analyze} reads
 * @param allowedOrigins patterns of pages that may call {@code /analyze}; {@code [*]} is any port
 * @param policy scores from which each action is asked for
 * @param behaviour what is watched over many requests of a client
 * @param model the model that judges content
 * @param review how second opinions are asked for
 */
@Validated
@ConfigurationProperties("kongguard.analyzer")
public record AnalyzerProperties(
        @DefaultValue("local") @Pattern(regexp = "[a-z][a-z0-9_-]{0,31}") String tier,
        @NotBlank String instanceId,
        @DefaultValue("2") @Min(1) @Max(64) int concurrency,
        @DefaultValue("2000") @Min(1) @Max(100_000) int maxPollRecords,
        @DefaultValue("10s") Duration transactionTimeout,
        @DefaultValue("100000") @Min(0) @Max(10_000_000) int recentEvents,
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue({"http://localhost:[*]", "http://127.0.0.1:[*]"}) List<@NotBlank String> allowedOrigins,
        @DefaultValue @Valid Policy policy,
        @DefaultValue @Valid Behaviour behaviour,
        @DefaultValue @Valid Model model,
        @DefaultValue @Valid Review review) {

    public AnalyzerProperties {
        if (review.from() >= policy.block()) {
            throw new IllegalArgumentException(
                    "kongguard.analyzer.review.from must be below policy.block, and is " + review.from());
        }
    }

    /**
     * Cut-offs, each from 0 to 1 and in this order.
     *
     * @param block from this score on
     * @param rateLimit from this score on, below {@code block}
     * @param monitor from this score on, below {@code rateLimit}; lower scores are allowed
     */
    public record Policy(
            @DefaultValue("0.8") @DecimalMin("0") @DecimalMax("1") double block,
            @DefaultValue("0.6") @DecimalMin("0") @DecimalMax("1") double rateLimit,
            @DefaultValue("0.3") @DecimalMin("0") @DecimalMax("1") double monitor) {}

    /**
     * From how much on a client's behaviour is a finding, and what that may cost.
     *
     * @param maxClients remembered per partition, beyond which the least active are forgotten; 0 watches nobody
     * @param floodRequests requests in 10 s
     * @param refusedRequests answers 401, 403 and 404 in 60 s, when they are at least half of all
     * @param refusedPaths distinct paths among those
     * @param failedLogins in 5 min, when they are at least half of all logins
     * @param loginUsers distinct user names among those; with fewer it is one account that is attacked
     * @param probePaths different things that scanners look for, in 5 min
     * @param sequentialIds ids in 5 min that are each a constant step from the one before
     * @param rebuildRecords most records per partition that are read again when it is assigned; 0 for none
     * @param rebuildTimeout after which judging begins with what was read
     */
    public record Behaviour(
            @DefaultValue("250000") @Min(0) @Max(10_000_000) int maxClients,
            @DefaultValue("1000") @Min(1) @Max(500_000) int floodRequests,
            @DefaultValue("40") @Min(1) @Max(100_000) int refusedRequests,
            @DefaultValue("20") @Min(1) @Max(150) int refusedPaths,
            @DefaultValue("30") @Min(1) @Max(100_000) int failedLogins,
            @DefaultValue("10") @Min(1) @Max(150) int loginUsers,
            @DefaultValue("4") @Min(1) @Max(30) int probePaths,
            @DefaultValue("50") @Min(1) @Max(100_000) int sequentialIds,
            @DefaultValue("200000") @Min(0) @Max(10_000_000) int rebuildRecords,
            @DefaultValue("10s") Duration rebuildTimeout) {}

    /**
     * Which model judges content.
     *
     * @param path its file; the model of this release when absent
     * @param checkInterval after which the file is looked at again, and its model takes over if it is another
     */
    public record Model(@Nullable Path path, @DefaultValue("10s") @DurationMin(seconds = 1) Duration checkInterval) {}

    /**
     * How second opinions are asked for, when there is a model to ask.
     *
     * @param required whether the tier judges nothing without one; when absent, the tier {@code cloud} alone is so
     * @param from lowest score that is reviewed, below that of a block, from which on nothing is
     * @param privateRoutes routes whose requests no model is shown
     * @param allowList addresses and networks of clients that no model is asked about
     * @param concurrency questions that are asked at once
     * @param members of the share group in this analyzer
     * @param maxHeld escalations that a member works on at once
     * @param remember how long an answer is used for other events of the same payload
     * @param rememberFallbacks the same, when a fallback gave it
     * @param rememberFailures how long it is remembered that nobody answered, so that an outage costs few questions
     * @param maxAnswers remembered at once
     */
    public record Review(
            @Nullable Boolean required,
            @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("1") double from,
            @DefaultValue Set<@NotBlank String> privateRoutes,
            @DefaultValue List<@NotBlank String> allowList,
            @DefaultValue("8") @Min(1) @Max(256) int concurrency,
            @DefaultValue("2") @Min(1) @Max(32) int members,
            @DefaultValue("100") @Min(1) @Max(1_000) int maxHeld,
            @DefaultValue("12h") @DurationMin(seconds = 1) @DurationMax(hours = 24) Duration remember,
            @DefaultValue("10m") @DurationMin(seconds = 1) @DurationMax(hours = 24) Duration rememberFallbacks,
            @DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(hours = 24) Duration rememberFailures,
            @DefaultValue("100000") @Min(100) @Max(10_000_000) int maxAnswers) {

        /** Whether this tier judges nothing without a model to ask. */
        boolean isRequiredFor(String tier) {
            return required == null ? tier.equals("cloud") : required;
        }
    }
}
