package ai.kongguard.detect.behaviour;

import ai.kongguard.event.Finding;
import ai.kongguard.event.TrafficEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Follows what each client does, in sliding windows of event time, and tells what speaks against it. Events may come
 * out of order; those older than the longest window of their client are not counted. Keeps hashes, no addresses and no
 * user names, of a bounded number of clients. Answers the same for the same events and seed. One thread.
 */
public final class ClientBehaviour {

    /** How far back the past matters, in seconds. */
    public static final int MEMORY_SECONDS = Client.LONG.length();

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    private final Behaviour behaviour;
    private final ClientTable clients;
    private final long seed;
    private final NumericId id = new NumericId();

    /**
     * @param maxClients beyond which the least active are forgotten
     * @param seed of all hashes; nobody outside may know it, or he could choose addresses that collide
     */
    public ClientBehaviour(BehaviourLimits limits, int maxClients, long seed) {
        this.behaviour = new Behaviour(limits);
        this.clients = new ClientTable(maxClients);
        this.seed = seed;
    }

    /** Counts an event, and tells what its client's behaviour says, this event included. Throws nothing. */
    public List<Finding> observe(TrafficEvent event) {
        return follow(event, true);
    }

    /** Tells the same of an event that was counted before. */
    public List<Finding> recall(TrafficEvent event) {
        return follow(event, false);
    }

    /** How many are remembered. */
    public int clients() {
        return clients.size();
    }

    /** How many were forgotten, because there were too many, before they were silent for long. */
    public long evictions() {
        return clients.evictions();
    }

    private List<Finding> follow(TrafficEvent event, boolean count) {
        if (!isOwnDoing(event)) {
            return List.of();
        }
        long second = event.observedAt().getEpochSecond();
        long key = ClientKey.of(event.clientIp(), seed);
        Client client = count ? clients.touch(key, second) : clients.find(key);
        List<Finding> findings = new ArrayList<>(1);
        if (client != null && Client.LONG.holds(client.newest(), second)) {
            client.advance(second);
            if (count) {
                count(event, client, second);
            }
            findings = behaviour.of(client);
        }
        Finding scanner = Scanners.find(event.userAgent());
        if (scanner != null) {
            findings.add(scanner);
        }
        return findings;
    }

    /**
     * Whether an event tells what its client does of its own accord, now. A replay tells the past. What the gateway
     * itself refused may be our own block, which would feed itself if it counted: a logged event does not say which
     * plugin refused it. What a caller describes to have it judged could name anybody, and comes again in the log if it
     * happened. And all who are unknown are not one.
     */
    private static boolean isOwnDoing(TrafficEvent event) {
        Integer status = event.status();
        boolean refusedByGateway =
                "kong".equals(event.decidedBy()) && status != null && (status == 403 || status == 429);
        return !refusedByGateway
                && !event.source().equals(TrafficEvent.REPLAY)
                && !event.source().equals(TrafficEvent.ANALYZE)
                && !event.flags().contains(TrafficEvent.REPLAY)
                && !event.clientIp().equals(TrafficEvent.UNKNOWN_CLIENT);
    }

    private void count(TrafficEvent event, Client client, long second) {
        client.request(second);
        String path = event.path();
        Integer status = event.status();
        if (status != null && REFUSALS.contains(status)) {
            client.refused(Hash.text(path, 0, path.length(), seed), second);
        }
        if (status != null && Logins.isLogin(event.method(), path)) {
            login(event, status, client, second);
        }
        int probe = ProbePaths.kind(path);
        if (probe != WordTable.NONE) {
            client.probe(probe, second);
        }
        if (id.find(path, event.query(), seed)) {
            client.id(id, second);
        }
    }

    private void login(TrafficEvent event, int status, Client client, long second) {
        boolean failed = Logins.isFailure(status);
        client.login(failed, second);
        if (failed) {
            long user = Logins.user(event, seed);
            if (user != Logins.NOBODY) {
                client.failedUser(user, second);
            }
        }
    }
}
