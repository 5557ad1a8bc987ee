package ai.kongguard.ingest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the simulator.
 *
 * @param concurrentRuns runs that one instance executes at once; others wait
 * @param startWithin after which a command to start is too old to be obeyed
 * @param lease after which a run has failed whose instance has said nothing; they say something every second
 * @param gatewayUrl where runs with {@code via=gateway} send their requests
 * @param allowedHosts hosts other than this machine that it may name
 */
@Validated
@ConfigurationProperties("kongguard.ingest.simulation")
public record SimulationProperties(
        @DefaultValue("4") @Min(1) @Max(64) int concurrentRuns,
        @DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(minutes = 10) Duration startWithin,
        @DefaultValue("10s") @DurationMin(seconds = 2) @DurationMax(minutes = 10) Duration lease,
        @DefaultValue("http://127.0.0.1:18000") URI gatewayUrl,
        @DefaultValue("") List<String> allowedHosts) {}
