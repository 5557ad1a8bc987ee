package ai.kongguard.replay.compare;

import ai.kongguard.detect.Judge;
import ai.kongguard.detect.behaviour.BehaviourLimits;
import ai.kongguard.detect.behaviour.PartitionClients;
import ai.kongguard.detect.behaviour.RecentEvents;
import ai.kongguard.event.Finding;
import ai.kongguard.event.TrafficEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges events in the order of a recording, as an analyzer with default limits does in the order of a topic: a copy
 * is none, and what clients do is followed in event time. The same events give the same opinions. One thread.
 */
final class EventJudges {

    /** The defaults of an analyzer. */
    private static final int RECENT_EVENTS = 100_000;

    private static final int MAX_CLIENTS = 250_000;

    /** Each costs memory, and a recording may claim any. */
    private static final int MAX_PARTITIONS = 1024;

    /** An analyzer's is secret, so that nobody can choose clients that collide; here the answer must be the same again. */
    private static final long SEED = 20_260_101;

    private final List<@Nullable Judge> judges;
    private final RecentEvents recent = new RecentEvents(RECENT_EVENTS);
    private final PartitionClients clients = new PartitionClients(BehaviourLimits.defaults(), MAX_CLIENTS, SEED);
    private final Set<Integer> partitions = new HashSet<>();

    /** @param judges null for one whose opinion comes from elsewhere */
    EventJudges(List<@Nullable Judge> judges) {
        this.judges = judges;
    }

    /**
     * The opinion of each judge in turn; null when the event is a copy.
     *
     * @param number of the record; offsets of other sources than Kafka may not rise
     */
    @Nullable List<@Nullable Opinion> judge(int partition, long number, TrafficEvent event) {
        if (partitions.add(partition) && partitions.size() > MAX_PARTITIONS) {
            throw new IllegalArgumentException("record " + number + ": more than " + MAX_PARTITIONS + " partitions");
        }
        if (recent.isDuplicate(partition, number, event.eventId())) {
            return null;
        }
        List<Finding> behaviour = clients.observe(partition, number, event);
        List<@Nullable Opinion> opinions = new ArrayList<>(judges.size());
        for (Judge judge : judges) {
            opinions.add(judge == null ? null : Opinion.of(judge.judge(event, behaviour)));
        }
        return opinions;
    }
}
