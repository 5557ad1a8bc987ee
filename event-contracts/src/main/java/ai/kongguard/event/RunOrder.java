package ai.kongguard.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the simulator shall send. The same order with the same {@code seed} and {@code startAt} gives the same
 * keys and values, byte for byte. Immutable.
 *
 * @param strategy how the rate goes over time, and what is sent
 * @param intensity the name under which {@code rate} was asked for; null when it was asked for as a number
 * @param rate the target in requests per second, above 0 and at most {@value #MAX_RATE}; 1 for a quick attack
 * @param durationMs length in milliseconds, at most {@value #MAX_DURATION_MS}, of a replay {@value #MAX_REPLAY_MS}; 0 for a quick attack
 * @param types the kinds of attack; empty for a mix of all
 * @param tiers the tiers that results are reported for; every tier judges all traffic in any case
 * @param endpoints paths that are attacked, each begins with a slash; empty for whatever the generator chooses
 * @param seed of all that is random, 0 to {@value #MAX_SEED}
 * @param startAt the event time of the first request, to the millisecond; null for the instant at which the run starts
 * @param via where the requests go
 */
public record RunOrder(
        Strategy strategy,
        @Nullable Intensity intensity,
        double rate,
        long durationMs,
        List<ThreatType> types,
        List<String> tiers,
        List<String> endpoints,
        long seed,
        @Nullable Instant startAt,
        Via via) {

    /** More than one thread sends on any machine. */
    public static final long MAX_RATE = 100_000;

    /** An hour. */
    public static final long MAX_DURATION_MS = 3_600_000;

    /** A hundred days; recordings may be long, and be played slowly. */
    public static final long MAX_REPLAY_MS = 8_640_000_000L;

    /** The largest integer that every JSON reader keeps: 2^53 - 1. */
    public static final long MAX_SEED = (1L << 53) - 1;

    private static final int MAX_LIST = 32;
    private static final int MAX_TEXT = 256;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    public RunOrder {
        Required.present("strategy", strategy);
        if (!(rate > 0 && rate <= MAX_RATE)) {
            throw new IllegalArgumentException("rate must be above 0 and at most " + MAX_RATE + ", was " + rate);
        }
        Required.within("duration_ms", durationMs, 0, strategy == Strategy.REPLAY ? MAX_REPLAY_MS : MAX_DURATION_MS);
        if ((durationMs == 0) != (strategy == Strategy.QUICK)) {
            throw new IllegalArgumentException("duration_ms must be 0 for a quick attack and only there");
        }
        types = List.copyOf(Required.orElse(types, List.of()));
        tiers = List.copyOf(Required.orElse(tiers, List.of()));
        endpoints = List.copyOf(Required.orElse(endpoints, List.of()));
        if (types.contains(ThreatType.UNKNOWN)) {
            throw new IllegalArgumentException("types must not contain unknown");
        }
        Required.within("types", types.size(), 0, MAX_LIST);
        Required.within("tiers", tiers.size(), 0, MAX_LIST);
        Required.within("endpoints", endpoints.size(), 0, MAX_LIST);
        tiers.forEach(tier -> Required.text("tiers", tier));
        endpoints.forEach(RunOrder::requirePath);
        Required.within("seed", seed, 0, MAX_SEED);
        startAt = startAt == null ? null : startAt.truncatedTo(ChronoUnit.MILLIS);
        via = Required.orElse(via, Via.TOPIC);
    }

    /**
     * The identity of this run's events: the first half of their ids.
     *
     * @param start the event time of the first request
     */
    public String idPrefix(Instant start) {
        return hex(mix(seed * GOLDEN + start.toEpochMilli()));
    }

    /** The id of the event with this index, from 0, of a run that started then. */
    public String eventId(Instant start, long index) {
        return idPrefix(start) + hex(index);
    }

    private static void requirePath(String path) {
        boolean fits = path.startsWith("/") && path.length() <= MAX_TEXT;
        if (!fits || !path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '?' && c != '#')) {
            throw new IllegalArgumentException(
                    "endpoints must be paths of at most " + MAX_TEXT + " ASCII characters that begin with a slash");
        }
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }

    /** How the rate goes over the duration. */
    public enum Strategy {
        /** The target, all the time; attacks only. */
        @JsonProperty("sustained")
        SUSTAINED,
        /** Between 10 % and 190 % of the target in periods of 10 s; attacks only. */
        @JsonProperty("wave")
        WAVE,
        /** At most 10 % of the target, jittered; encoded payloads from many addresses that look like browsers. */
        @JsonProperty("stealth")
        STEALTH,
        /** The target, all the time; 70 % benign and 30 % attacks. */
        @JsonProperty("blended")
        BLENDED,
        /** From 10 % to all of the target, in a straight line; attacks only. */
        @JsonProperty("escalation")
        ESCALATION,
        /** One request, at once. */
        @JsonProperty("quick")
        QUICK,
        /** A recording, as it was or at another speed; the rate is its mean. Not executed by the simulator. */
        @JsonProperty("replay")
        REPLAY;

        /** The name used on every wire. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Names for target rates. */
    public enum Intensity {
        @JsonProperty("low")
        LOW(10),
        @JsonProperty("medium")
        MEDIUM(50),
        @JsonProperty("high")
        HIGH(200),
        @JsonProperty("extreme")
        EXTREME(1000);

        private final int rate;

        Intensity(int rate) {
            this.rate = rate;
        }

        /** Requests per second. */
        public int rate() {
            return rate;
        }

        /** The name used on every wire. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where requests go. */
    public enum Via {
        /** Onto {@link Topics#TRAFFIC}, as a gateway would have logged them, with their ground truth. */
        @JsonProperty("topic")
        TOPIC,
        /** To the configured gateway as real HTTP; what it logs carries no ground truth. */
        @JsonProperty("gateway")
        GATEWAY;

        /** The name used on every wire. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
