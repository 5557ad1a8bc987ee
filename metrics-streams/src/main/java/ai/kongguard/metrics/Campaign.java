package ai.kongguard.metrics;

import ai.kongguard.event.Incident;
import ai.kongguard.event.Incident.Kind;
import ai.kongguard.event.ThreatType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An incident in the making: one session of a campaign. That of a payload begins by only watching its sources and counts
 * from when there are enough of them. Mutable; used by one stream thread.
 */
final class Campaign {

    /** Clients that are told apart. */
    private static final int MAX_TRACKED_SOURCES = 100;

    final Kind kind;
    final String name;
    private final long startMs;
    private final AlertSum sum = new AlertSum();
    private final Set<String> sources = new LinkedHashSet<>();
    private boolean moreSources;
    private long watchedFromMs;
    private long watchedToMs;
    private boolean unwritten;

    Campaign(Kind kind, String name, long startMs) {
        this.kind = kind;
        this.name = name;
        this.startMs = startMs;
        watchedFromMs = startMs;
        watchedToMs = startMs;
    }

    String id() {
        return kind.wireName() + "/" + name + "/" + startMs;
    }

    /** Whether alerts of this time are without a pause from those that are known. */
    boolean reaches(long firstMs, long lastMs, long gapMs) {
        return firstMs <= watchedToMs + gapMs && lastMs >= watchedFromMs - gapMs;
    }

    /** Notes that this client was there. */
    void watch(String source, long firstMs, long lastMs) {
        watchedFromMs = Math.min(watchedFromMs, firstMs);
        watchedToMs = Math.max(watchedToMs, lastMs);
        if (sources.size() < MAX_TRACKED_SOURCES) {
            sources.add(source);
        } else if (!sources.contains(source)) {
            moreSources = true;
        }
    }

    void count(AlertSum alerts) {
        sum.add(alerts);
        unwritten = true;
    }

    /** Takes over another session that turned out to be of the same. */
    void takeOver(Campaign other) {
        watchedFromMs = Math.min(watchedFromMs, other.watchedFromMs);
        watchedToMs = Math.max(watchedToMs, other.watchedToMs);
        for (String source : other.sources) {
            watch(source, watchedFromMs, watchedToMs);
        }
        moreSources |= other.moreSources;
        count(other.sum);
    }

    int sourceCount() {
        return sources.size();
    }

    /** Whether any alert is counted here. */
    boolean isCounted() {
        return sum.alerts > 0;
    }

    boolean isUnwritten() {
        return unwritten && isCounted();
    }

    Incident write(long nowMs) {
        unwritten = false;
        Map<ThreatType, Long> types = new EnumMap<>(ThreatType.class);
        for (ThreatType type : ThreatType.values()) {
            if (sum.types[type.ordinal()] != 0) {
                types.put(type, sum.types[type.ordinal()]);
            }
        }
        return new Incident(
                Incident.SCHEMA,
                id(),
                kind,
                name,
                sum.alerts,
                Instant.ofEpochMilli(sum.firstMs),
                Instant.ofEpochMilli(sum.lastMs),
                types,
                sources.stream().limit(Incident.MAX_SOURCES).toList(),
                sources.size(),
                moreSources,
                List.copyOf(sum.eventIds),
                sum.maxScore,
                Instant.ofEpochMilli(nowMs));
    }

    byte[] encode() {
        BinaryOutput output = new BinaryOutput()
                .writeByte(kind.ordinal())
                .writeByte((unwritten ? 1 : 0) | (moreSources ? 2 : 0))
                .writeText(name)
                .writeLong(startMs)
                .writeLong(watchedFromMs)
                .writeLong(watchedToMs)
                .writeTexts(new ArrayList<>(sources));
        sum.write(output);
        return output.toBytes();
    }

    static Campaign decode(byte[] bytes) {
        BinaryInput input = new BinaryInput(bytes);
        Kind kind = Kind.values()[input.readByte()];
        int flags = input.readByte();
        Campaign campaign = new Campaign(kind, input.readText(), input.readLong());
        campaign.watchedFromMs = input.readLong();
        campaign.watchedToMs = input.readLong();
        campaign.sources.addAll(input.readTexts());
        campaign.sum.add(AlertSum.read(input));
        campaign.unwritten = (flags & 1) != 0;
        campaign.moreSources = (flags & 2) != 0;
        return campaign;
    }
}
