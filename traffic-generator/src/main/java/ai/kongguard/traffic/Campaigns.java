package ai.kongguard.traffic;

import java.util.List;
import java.util.SplittableRandom;

/**
 * An endless sequence of campaigns, one after the other, in each of which one attacker, or one botnet, behaves in one
 * way. Element {@code i} depends on the arguments and {@code i} alone. Thread-safe.
 */
public final class Campaigns {

    private final long seed;
    private final List<AttackBehaviour> behaviours;
    private final long length;
    private final boolean distributed;

    /**
     * @param behaviours of which each campaign draws one; not empty
     * @param length requests of one campaign, from 1
     * @param distributed whether each request comes from another address, which looks like a browser
     */
    public Campaigns(long seed, List<AttackBehaviour> behaviours, long length, boolean distributed) {
        this.seed = seed;
        this.behaviours = List.copyOf(behaviours);
        this.length = length;
        this.distributed = distributed;
    }

    /** Element {@code i}, from 0. */
    public GeneratedRequest at(long i) {
        long number = i / length;
        SplittableRandom campaign = Seeds.random(seed, "campaign", number);
        SplittableRandom random = Seeds.random(seed, "step", i);
        AttackBehaviour behaviour = Pick.one(campaign, behaviours);
        String address = "198.51.100." + Pick.number(campaign, 40, 255);
        String agent = Clients.attackerUserAgent(campaign);
        RequestDraft draft = behaviour.draft(campaign, random, i % length);
        draft.header("user-agent", distributed ? Clients.browser(random) : agent)
                .header("accept", "*/*");
        return TrafficGenerator.finish(
                Seeds.id(seed, i),
                random,
                draft,
                distributed ? Clients.bot(random) : address,
                new Truth(true, behaviour.type(), behaviour.family() + (distributed ? "_distributed" : ""), true));
    }
}
