package ai.kongguard.detect.behaviour;

import ai.kongguard.event.Finding;
import ai.kongguard.event.TrafficEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The behaviour of each partition's clients; a client's events all lie in one. An event that comes again at its own
 * offset, after a rollback, is counted once. Any thread may call, but for one partition only the one that owns it.
 */
public final class PartitionClients {

    private final BehaviourLimits limits;
    private final int maxClients;
    private final long seed;
    private final Map<Integer, Partition> partitions = new ConcurrentHashMap<>();
    private final AtomicLong clientsChange = new AtomicLong();
    private final AtomicLong evicted = new AtomicLong();

    /**
     * @param maxClients per partition; 0 watches nobody
     */
    public PartitionClients(BehaviourLimits limits, int maxClients, long seed) {
        this.limits = limits;
        this.maxClients = maxClients;
        this.seed = seed;
    }

    /** Counts an event unless it was counted before, and tells what its client's behaviour says. */
    public List<Finding> observe(int partition, long offset, TrafficEvent event) {
        if (maxClients == 0) {
            return List.of();
        }
        Partition known = partitions.computeIfAbsent(
                partition, p -> new Partition(new ClientBehaviour(limits, maxClients, seed)));
        ClientBehaviour behaviour = known.behaviour;
        if (offset <= known.lastOffset) {
            return behaviour.recall(event);
        }
        known.lastOffset = offset;
        int clients = behaviour.clients();
        long evictions = behaviour.evictions();
        List<Finding> findings = behaviour.observe(event);
        if (behaviour.clients() != clients) {
            clientsChange.addAndGet(behaviour.clients() - clients);
        }
        if (behaviour.evictions() != evictions) {
            evicted.addAndGet(behaviour.evictions() - evictions);
        }
        return findings;
    }

    /** Drops what is known of a partition that belongs to another consumer now. */
    public void forget(int partition) {
        Partition gone = partitions.remove(partition);
        if (gone != null) {
            clientsChange.addAndGet(-gone.behaviour.clients());
        }
    }

    /** How many clients more are remembered than at the last call; negative when there are fewer. */
    public long takeClientsChange() {
        return clientsChange.getAndSet(0);
    }

    /** How many were forgotten for want of room since the last call. */
    public long takeEvicted() {
        return evicted.getAndSet(0);
    }

    private static final class Partition {
        final ClientBehaviour behaviour;
        long lastOffset = -1;

        Partition(ClientBehaviour behaviour) {
            this.behaviour = behaviour;
        }
    }
}
