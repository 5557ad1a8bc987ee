package ai.kongguard.metrics;

import jakarta.validation.Valid;
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
 * @param grace how long after its end a window still admits late events; longer keeps more windows in memory
 * @param rememberedEvents per partition, so that copies, revisions, labels and feedback are recognised; 112 bytes each
 * @param memory how long an event is remembered at most
 * @param threads stream threads; more than there are partitions stay idle
 * @param stateDir where Kafka Streams locks its tasks; the state itself is in memory and in changelog topics
 * @param incidents how alerts become incidents
 * @param silence who is told to be silent or to lag
 */
@Validated
@ConfigurationProperties("kongguard.metrics")
public record MetricsProperties(
        @DefaultValue("local") @NotEmpty List<String> tiers,
        @DefaultValue("250ms") @DurationMin(millis = 10) @DurationMax(seconds = 5) Duration tick,
        @DefaultValue("1h") @DurationMin(seconds = 1) @DurationMax(hours = 24) Duration grace,
        @DefaultValue("500000") @Min(1_000) @Max(50_000_000) int rememberedEvents,
        @DefaultValue("6h") @DurationMin(seconds = 1) @DurationMax(hours = 24) Duration memory,
        @DefaultValue("1") @Min(1) @Max(64) int threads,
        @DefaultValue("data/streams") Path stateDir,
        @DefaultValue @Valid Incidents incidents,
        @DefaultValue @Valid Silence silence) {

    /**
     * How alerts become incidents.
     *
     * @param gap pause after which a campaign is another incident
     * @param sources clients from which on alerts with the same payload are one incident
     * @param open incidents that further alerts can join; the longest untouched are closed
     */
    public record Incidents(
            @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(hours = 24) Duration gap,
            @DefaultValue("3") @Min(2) @Max(100) int sources,
            @DefaultValue("5000") @Min(10) @Max(1_000_000) int open) {}

    /**
     * Who is told to be silent or to lag.
     *
     * @param tier time in which a tier has to say something when there is traffic
     * @param source time in which a source has to send something
     * @param passingSources sources that come and go, and are never told to be silent
     * @param catchUp time that a tier may need, at its present rate, for all that waits for it
     */
    public record Silence(
            @DefaultValue("15s") @DurationMin(seconds = 2) @DurationMax(hours = 1) Duration tier,
            @DefaultValue("2m") @DurationMin(seconds = 2) @DurationMax(hours = 12) Duration source,
            @DefaultValue({"demo", "simulator", "replay", "analyze"}) List<String> passingSources,
            @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration catchUp) {}
}
