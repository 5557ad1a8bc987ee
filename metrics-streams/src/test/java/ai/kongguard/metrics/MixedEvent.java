package ai.kongguard.metrics;

import ai.kongguard.event.Action;
import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One request of a {@link MixedRun}: everything that is counted of it varies, and may be unknown. */
final class MixedEvent {

    private static final ThreatType[] ATTACKS = {ThreatType.XSS, ThreatType.SQL_INJECTION, ThreatType.RCE};
    private static final @Nullable Integer[] STATUSES = {200, 201, 302, 404, 500, null};
    private static final String[] ORIGINS = {"kong", "kong", "kong", "nginx", "demo"};

    private final int number;
    private final Instant at;
    private final Random random;
    final String id;
    final String ip;
    final boolean attack;
    private final ThreatType type;
    private final String method;
    private final String path;
    private final @Nullable Integer status;
    private final @Nullable String route;
    private final @Nullable String service;
    private final String origin;

    MixedEvent(int number, Instant at, Random random) {
        this.number = number;
        this.at = at;
        this.random = random;
        id = "e" + number;
        attack = number % 3 == 0;
        type = attack ? ATTACKS[number % ATTACKS.length] : ThreatType.NONE;
        // Some of each are frequent among more than a sketch keeps.
        int rare = random.nextInt(5_000);
        ip = number % 5 == 0 ? "203.0.113." + number % 50 : "198.51." + rare / 250 + "." + rare % 250;
        method = number % 2 == 0 ? "GET" : "POST";
        path = number % 4 == 0 ? "/api/" + number % 8 : "/items/" + random.nextInt(5_000);
        status = STATUSES[random.nextInt(STATUSES.length)];
        // More than are shown, in numbers that differ.
        route = number % 10 == 0 ? null : "route" + (int) Math.sqrt(random.nextInt(900));
        service = number % 11 == 0 ? null : "service" + random.nextInt(8);
        origin = ORIGINS[random.nextInt(ORIGINS.length)];
    }

    TrafficEvent traffic() {
        Double total = number % 7 == 0 ? null : Double.valueOf(random.nextInt(200_000) / 100.0);
        return new TrafficEvent(
                TrafficEvent.SCHEMA,
                id,
                origin,
                at,
                at,
                method,
                "https",
                "api.example.com",
                path,
                "id=" + number,
                "1.1",
                ip,
                null,
                "Mozilla/5.0",
                null,
                Map.of("user-agent", "Mozilla/5.0"),
                null,
                false,
                status,
                status,
                number % 9 == 0 ? null : Long.valueOf(100 + random.nextInt(5_000)),
                number % 8 == 0 ? null : Long.valueOf(random.nextInt(500_000)),
                number % 13 == 0 ? null : new TrafficEvent.Latency(total, null, null),
                route,
                service,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
    }

    /** The headers: of three in five all of them, of one, as of unlabelled traffic that is replayed, only the run. */
    Map<String, String> truth() {
        String run = "run" + number / 30_000;
        return switch (number % 5) {
            case 0, 1, 2 ->
                Map.of(
                        GroundTruth.LABEL.header(),
                        attack ? "attack" : "benign",
                        GroundTruth.TYPE.header(),
                        type.wireName(),
                        GroundTruth.RUN_ID.header(),
                        run);
            case 3 -> Map.of(GroundTruth.RUN_ID.header(), run);
            default -> Map.of();
        };
    }

    /** What a tier says at first, or as a second opinion: right nine times in ten, and often of another type. */
    Verdict verdict(String tier, int revision) {
        boolean right = random.nextInt(10) > 0;
        Action action = attack == right
                ? random.nextBoolean() ? Action.BLOCK : Action.RATE_LIMIT
                : random.nextInt(4) == 0 ? Action.MONITOR : Action.ALLOW;
        ThreatType called = action == Action.ALLOW
                ? ThreatType.NONE
                : random.nextInt(4) == 0 ? ThreatType.SSRF : attack ? type : ThreatType.XSS;
        return new Verdict(
                Verdict.SCHEMA,
                id,
                tier,
                revision,
                origin,
                ip,
                method,
                "api.example.com",
                path,
                "id=" + number,
                status,
                route,
                service,
                random.nextDouble(),
                random.nextDouble(),
                called,
                action,
                List.of(),
                "A sample.",
                "test/1",
                null,
                at,
                at,
                at.plusMillis(random.nextInt(300)),
                20);
    }
}
