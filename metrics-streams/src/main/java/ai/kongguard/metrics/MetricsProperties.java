package ai.kongguard.metrics;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the metrics streams.
 *
 * @param tiers that show zero before their first verdict; other tiers are shown from their first verdict on
 * @param tick wall-clock interval at which counts leave; shorter is livelier and costs records
 * @param grace how long after its end a window still admits late verdicts; longer keeps more windows in memory
 * @param threads stream threads; more than there are partitions stay idle
 * @param stateDir where Kafka Streams locks its tasks; the state itself is in memory and in changelog topics
 */
@Validated
@ConfigurationProperties("kongguard.metrics")
public record MetricsProperties(
        @DefaultValue("local") @NotEmpty List<String> tiers,
        @DefaultValue("250ms") @DurationMin(millis = 10) @DurationMax(seconds = 10) Duration tick,
        @DefaultValue("1h") @DurationMin(seconds = 1) @DurationMax(hours = 24) Duration grace,
        @DefaultValue("1") @Min(1) @Max(64) int threads,
        @DefaultValue("data/streams") Path stateDir) {}
