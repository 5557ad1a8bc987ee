package ai.kongguard.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.Incident.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that further alerts can join. Alerts are counted with their payload once that came from enough clients,
 * else with their client; so each is counted once. Used by one stream thread.
 */
final class CampaignBoard implements HeapState {

    private final long gapMs;
    private final int campaignSources;
    private final int maxOpen;

    /** By id, the longest untouched first. */
    private final Map<String, Campaign> open = new LinkedHashMap<>();

    private final Map<String, List<Campaign>> byName = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    CampaignBoard(long gapMs, int campaignSources, int maxOpen) {
        this.gapMs = gapMs;
        this.campaignSources = campaignSources;
        this.maxOpen = maxOpen;
    }

    /**
     * Counts alerts.
     *
     * @param gone gets the ids of incidents that became part of another one
     * @param closed gets incidents that are closed because there are too many, if they are not written
     */
    void add(AlertSum.Key key, AlertSum alerts, Consumer<String> gone, Consumer<Campaign> closed) {
        Campaign counted = null;
        if (!key.skeleton().isEmpty()) {
            Campaign payload = session(Kind.PAYLOAD, key.skeleton(), alerts, gone);
            payload.watch(key.source(), alerts.firstMs, alerts.lastMs);
            counted = payload.sourceCount() >= campaignSources ? payload : null;
        }
        if (counted == null) {
            counted = session(Kind.SOURCE, key.source(), alerts, gone);
            counted.watch(key.source(), alerts.firstMs, alerts.lastMs);
        }
        counted.count(alerts);
        while (open.size() > maxOpen) {
            Campaign longest = open.values().iterator().next();
            remove(longest);
            if (longest.isUnwritten()) {
                closed.accept(longest);
            }
        }
    }

    /** Hands out what must be written. */
    void write(Consumer<Campaign> writer) {
        for (Campaign campaign : open.values()) {
            if (campaign.isUnwritten()) {
                writer.accept(campaign);
                changed.add(campaign.id());
            }
        }
    }

    /** The session that alerts of this time belong to, which may bring several together. */
    private Campaign session(Kind kind, String name, AlertSum alerts, Consumer<String> gone) {
        Campaign session = null;
        for (Campaign known : List.copyOf(byName.getOrDefault(kind + name, List.of()))) {
            if (!known.reaches(alerts.firstMs, alerts.lastMs, gapMs)) {
                continue;
            }
            if (session == null) {
                session = known;
                continue;
            }
            session.takeOver(known);
            remove(known);
            if (known.isCounted()) {
                gone.accept(known.id());
            }
        }
        if (session == null) {
            session = new Campaign(kind, name, alerts.firstMs);
            byName.computeIfAbsent(kind + name, added -> new ArrayList<>(1)).add(session);
        }
        open.remove(session.id());
        open.put(session.id(), session);
        changed.add(session.id());
        return session;
    }

    private void remove(Campaign campaign) {
        open.remove(campaign.id());
        changed.add(campaign.id());
        List<Campaign> sessions = byName.get(campaign.kind + campaign.name);
        if (sessions != null && sessions.remove(campaign) && sessions.isEmpty()) {
            byName.remove(campaign.kind + campaign.name);
        }
    }

    @Override
    public void restore(byte[] key, byte[] value) {
        Campaign campaign = Campaign.decode(value);
        open.put(campaign.id(), campaign);
        byName.computeIfAbsent(campaign.kind + campaign.name, added -> new ArrayList<>(1))
                .add(campaign);
    }

    @Override
    public void writeChanges(BiConsumer<byte[], byte @Nullable []> log) {
        for (String id : changed) {
            Campaign campaign = open.get(id);
            log.accept(id.getBytes(UTF_8), campaign == null ? null : campaign.encode());
        }
        changed.clear();
    }
}
