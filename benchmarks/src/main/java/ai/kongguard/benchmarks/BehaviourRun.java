package ai.kongguard.benchmarks;

import ai.kongguard.detect.behaviour.BehaviourLimits;
import ai.kongguard.detect.behaviour.ClientBehaviour;
import ai.kongguard.event.Finding;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.traffic.GeneratedRequest;
import ai.kongguard.traffic.Profile;
import ai.kongguard.traffic.TrafficGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What following clients costs: heap per client and time per event, for clients that do little, something, and
 * everything there is a counter for. Then how many generated benign events are found fault with at some rates.
 */
public final class BehaviourRun {

    private static final long SEED = 42;
    private static final Instant START = Instant.ofEpochSecond(1_795_400_760);
    private static final int SAMPLE = 400_000;

    private final int clients;

    private BehaviourRun(int clients) {
        this.clients = clients;
    }

    /** Argument: clients, default 1000000. */
    public static void main(String[] args) {
        BehaviourRun run = new BehaviourRun(args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000);
        run.cost("one request each", 1);
        run.cost("8 requests each, with ids and 404s", 8);
        run.cost("everything: ids, 404s, failed logins, probes", 11);
        for (int rate : new int[] {4, 100, 2_000, 14_000}) {
            findings(rate);
        }
    }

    private void cost(String what, int requests) {
        TrafficEvent[] sample = new TrafficEvent[SAMPLE];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < SAMPLE; i++) {
            sample[i] = event(random.nextInt(clients), random.nextInt(requests));
        }
        long before = usedHeap();
        ClientBehaviour behaviour = new ClientBehaviour(BehaviourLimits.defaults(), clients, SEED);
        for (int request = 0; request < requests; request++) {
            for (int client = 0; client < clients; client++) {
                var unused = behaviour.observe(event(client, request));
            }
        }
        double bytes = (double) (usedHeap() - before) / behaviour.clients();
        long best = Long.MAX_VALUE;
        long found = 0;
        for (int round = 0; round < 5; round++) {
            long started = System.nanoTime();
            for (TrafficEvent event : sample) {
                found += behaviour.observe(event).size();
            }
            best = Math.min(best, System.nanoTime() - started);
        }
        System.out.printf(
                Locale.ROOT,
                "%-46s %,d clients: %4.0f bytes/client, %4.0f ns/observe (%d findings, %d evictions)%n",
                what,
                behaviour.clients(),
                bytes,
                (double) best / SAMPLE,
                found,
                behaviour.evictions());
    }

    /** Ten minutes of the demo's mix in event time, at most a million events. */
    private static void findings(int rate) {
        ClientBehaviour behaviour = new ClientBehaviour(BehaviourLimits.defaults(), 250_000, SEED);
        TrafficGenerator generator = TrafficGenerator.of(SEED, Profile.DEMO);
        long events = Math.min(1_000_000, rate * 600L);
        long benign = 0;
        long faulted = 0;
        Map<String, Integer> detectors = new TreeMap<>();
        for (long i = 0; i < events; i++) {
            GeneratedRequest request = generator.next();
            Instant at = START.plusMillis(i * 1000 / rate);
            List<Finding> found = behaviour.observe(event(request, at));
            if (!request.truth().attack()) {
                benign++;
                faulted += found.isEmpty() ? 0 : 1;
                found.forEach(finding -> detectors.merge(finding.detector(), 1, Integer::sum));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "demo at %,d events/s: %,d of %,d benign events with a finding %s%n",
                rate,
                faulted,
                benign,
                detectors);
    }

    private static TrafficEvent event(int client, int request) {
        String ip = "10." + (client >> 16) + "." + (client >> 8 & 255) + "." + (client & 255);
        String path =
                switch (request) {
                    case 8, 9 -> "/api/login";
                    case 10 -> "/.env";
                    default -> "/api/orders/" + (client * 7L + request * 31L);
                };
        boolean login = path.equals("/api/login");
        int status = login ? 401 : request == 3 ? 404 : 200;
        String body = login ? "{\"username\":\"user" + client + "\"}" : null;
        return event(START.plusSeconds(request), login ? "POST" : "GET", path, "", ip, "Mozilla/5.0", body, status);
    }

    private static TrafficEvent event(GeneratedRequest r, Instant at) {
        String userAgent = r.headers().getOrDefault("user-agent", "");
        return event(at, r.method(), r.path(), r.query(), r.clientIp(), userAgent, r.body(), r.status());
    }

    private static TrafficEvent event(
            Instant at,
            String method,
            String path,
            String query,
            String ip,
            String userAgent,
            @Nullable String body,
            int status) {
        return new TrafficEvent(
                TrafficEvent.SCHEMA,
                "e",
                "kong",
                at,
                at,
                method,
                "https",
                "api.example.com",
                path,
                query,
                "1.1",
                ip,
                null,
                userAgent,
                null,
                Map.of(),
                body,
                false,
                status,
                status,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "upstream",
                List.of(),
                List.of(),
                Map.of());
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
