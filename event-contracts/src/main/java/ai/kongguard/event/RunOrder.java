package ai.kongguard.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run shall send, or record. The same order with the same {@code seed} and {@code startAt} gives the same
 * keys and values, byte for byte. Immutable.
 *
 * @param strategy how the rate goes over time, and what is sent
 * @param intensity the name under which {@code rate} was asked for; null when it was asked for as a number
 * @param rate the target in requests per second, above 0 and at most {@value #MAX_RATE}; 1 for a quick attack
 *     and for a recording
 * @param durationMs length in milliseconds, at most {@value #MAX_DURATION_MS}, of a replay {@value #MAX_REPLAY_MS}; 0 for a quick attack
 *     and for a recording
 * @param types the kinds of attack; empty for a mix of all
 * @param tiers the tiers that results are reported for; every tier judges all traffic in any case
 * @param endpoints paths that are attacked, each begins with a slash; empty for whatever the generator chooses
 * @param seed of all that is random, 0 to {@value #MAX_SEED}
 * @param startAt the event time of the first request, to the millisecond; null for the instant at which the run starts
 * @param via where the requests go
 * @param playback what a replay plays; null for any other run, and for a replay of a file that ingest does not have
 * @param recording what is recorded; null for any other run
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
        Via via,
        @Nullable PlaybackOrder playback,
        @Nullable RecordingOrder recording) {

    /** More than one thread sends on any machine. */
    public static final long MAX_RATE = 100_000;

    /** An hour. */
    public static final long MAX_DURATION_MS = 3_600_000;

    /** A hundred days; recordings may be long, and be played slowly. */
    public static final long MAX_REPLAY_MS = 8_640_000_000L;

    /** The largest integer that every JSON reader keeps: 2^53 - 1. */
    public static final long MAX_SEED = (1L << 53) - 1;

    private static final double LOWEST_RATE = 0.001;
    private static final int MAX_LIST = 32;
    private static final int MAX_TEXT = 256;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    public RunOrder {
        Required.present("strategy", strategy);
        if (!(rate > 0 && rate <= MAX_RATE)) {
            throw new IllegalArgumentException("rate must be above 0 and at most " + MAX_RATE + ", was " + rate);
        }
        Required.within("duration_ms", durationMs, 0, strategy == Strategy.REPLAY ? MAX_REPLAY_MS : MAX_DURATION_MS);
        if ((durationMs == 0) != (strategy == Strategy.QUICK || strategy == Strategy.RECORD)) {
            throw new IllegalArgumentException(
                    "duration_ms must be 0 for a quick attack or a recording and only there");
        }
        if (playback != null && strategy != Strategy.REPLAY) {
            throw new IllegalArgumentException("playback must be that of a replay");
        }
        if ((recording != null) != (strategy == Strategy.RECORD)) {
            throw new IllegalArgumentException("recording must be present for a recording and only there");
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

    /** A run that sends generated requests. */
    public RunOrder(
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
        this(strategy, intensity, rate, durationMs, types, tiers, endpoints, seed, startAt, via, null, null);
    }

    /** A run that records. */
    public static RunOrder record(RecordingOrder recording) {
        return special(Strategy.RECORD, 1, 0, List.of(), null, recording);
    }

    /**
     * A run that replays; its length and mean rate are those at this speed, at the original one when nothing waits for its time.
     *
     * @param playback null for a file that ingest does not have
     * @param tiers that results are reported for; empty for all
     * @param records of the recording that are sent; 0 when nobody knows
     * @param spanMs from its first to its last record, in milliseconds
     * @param speed 0 when nothing waits for its time
     */
    public static RunOrder replay(
            @Nullable PlaybackOrder playback, List<String> tiers, long records, long spanMs, double speed, int loops) {
        double played = Math.max(1, spanMs / (speed > 0 ? speed : 1));
        double rate = Math.max(LOWEST_RATE, Math.min(MAX_RATE, records * 1000.0 / played));
        long duration = Math.round(Math.min(MAX_REPLAY_MS, played * loops));
        return special(Strategy.REPLAY, rate, duration, tiers, playback, null);
    }

    private static RunOrder special(
            Strategy strategy,
            double rate,
            long durationMs,
            List<String> tiers,
            @Nullable PlaybackOrder playback,
            @Nullable RecordingOrder recording) {
        return new RunOrder(
                strategy, null, rate, durationMs, List.of(), tiers, List.of(), 0, null, Via.TOPIC, playback, recording);
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
        /** A recording, as it was or at another speed; the rate is its mean. */
        @JsonProperty("replay")
        REPLAY,
        /** Nothing is sent: what lies in topics is recorded. */
        @JsonProperty("record")
        RECORD;

        /** Whether it sends what the generator makes. */
        public boolean isGenerated() {
            return this != REPLAY && this != RECORD;
        }

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
