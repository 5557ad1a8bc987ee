package ai.kongguard.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.Attack;
import ai.kongguard.traffic.attack.AttackFamilies;
import ai.kongguard.traffic.attack.AttackFamily;
import ai.kongguard.traffic.benign.BenignCalls;
import ai.kongguard.traffic.benign.BenignText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * An endless sequence of requests. Element {@code i} depends on the seed, the profile and {@code i} alone, so the same
 * seed gives the same bytes on every machine and JDK. {@link #at} may be called by any thread, {@link #next} by one.
 */
public final class TrafficGenerator {

    private static final List<String> HOSTS = List.of("api.example.com", "shop.example.com");
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int RESPONSE_HEAD = 300;

    private final long seed;
    private final Profile profile;
    private long index;

    private TrafficGenerator(long seed, Profile profile) {
        this.seed = seed;
        this.profile = profile;
    }

    /** A generator that begins with element 0. */
    public static TrafficGenerator of(long seed, Profile profile) {
        return new TrafficGenerator(seed, profile);
    }

    /** The next element. */
    public GeneratedRequest next() {
        return at(index++);
    }

    /** Element {@code i}, from 0. */
    public GeneratedRequest at(long i) {
        SplittableRandom random = random(i);
        Campaign campaign = campaign(i / Profile.BLOCK);
        if (campaign != null && Pick.chance(random, profile.campaignShare())) {
            AttackFamily family = Pick.one(random, AttackFamilies.of(campaign.type));
            return attack(i, random, family, campaign.clientIp);
        }
        if (Pick.chance(random, profile.attackShare())) {
            AttackFamily family = Pick.one(random, AttackFamilies.of(type(random)));
            return attack(i, random, family, Clients.attacker(random));
        }
        boolean decoy = profile.decoyShare() > 0 && Pick.chance(random, profile.decoyShare());
        return decoy ? decoy(i, random) : benign(i, random);
    }

    private GeneratedRequest attack(long i, SplittableRandom random, AttackFamily family, String clientIp) {
        RequestDraft draft = Attack.compose(random, family);
        // A payload may stand there already.
        draft.headers.putIfAbsent("user-agent", Clients.attackerUserAgent(random));
        draft.header("accept", Pick.one(random, "*/*", "application/json"));
        if (draft.status == 200 && Pick.chance(random, 0.3)) {
            draft.status(Pick.one(random, 400, 403, 404, 500));
        }
        return finish(i, random, draft, clientIp, new Truth(true, family.type(), family.name(), family.reserved()));
    }

    private GeneratedRequest decoy(long i, SplittableRandom random) {
        AttackFamily family = Pick.one(random, AttackFamilies.of(Pick.one(random, AttackFamilies.types())));
        BenignText.Kind kind = Pick.one(random, BenignText.Kind.values());
        RequestDraft draft = Attack.decoy(random, family, BenignText.value(random, kind));
        draft.headers.putIfAbsent("user-agent", Clients.userAgent(random));
        draft.headers.putIfAbsent("accept", "*/*");
        String name = "decoy_" + kind.name().toLowerCase(Locale.ROOT);
        return finish(i, random, draft, Clients.regular(random), Truth.benign(name));
    }

    private GeneratedRequest benign(long i, SplittableRandom random) {
        BenignCalls.Call call = BenignCalls.call(random);
        RequestDraft draft = call.draft();
        draft.header("user-agent", Clients.userAgent(random))
                .header("accept", Pick.one(random, "*/*", "application/json"));
        return finish(i, random, draft, Clients.regular(random), Truth.benign(call.family()));
    }

    private GeneratedRequest finish(long i, SplittableRandom random, RequestDraft draft, String clientIp, Truth truth) {
        return finish(id(i), random, draft, clientIp, truth);
    }

    /** The draft with a host, an answer's size and time, and a name. */
    static GeneratedRequest finish(
            String id, SplittableRandom random, RequestDraft draft, String clientIp, Truth truth) {
        String host = Pick.one(random, HOSTS);
        draft.header("host", host);
        double upstreamMs = 3 + 40 * random.nextDouble() * random.nextDouble();
        long bodyBytes = draft.body == null ? 0 : draft.body.getBytes(UTF_8).length;
        long headBytes = draft.path.length() + draft.query.length() + headerBytes(draft.headers);
        return new GeneratedRequest(
                id,
                draft.method,
                "https",
                host,
                draft.path,
                draft.query,
                Map.copyOf(draft.headers),
                draft.body,
                clientIp,
                draft.route,
                draft.status,
                Math.round(upstreamMs * 10) / 10.0,
                headBytes + bodyBytes,
                RESPONSE_HEAD + random.nextInt(8_000),
                truth);
    }

    private static long headerBytes(Map<String, String> headers) {
        return headers.entrySet().stream()
                .mapToLong(
                        header -> header.getKey().length() + header.getValue().length() + 4L)
                .sum();
    }

    private @Nullable Campaign campaign(long block) {
        if (profile.burstShare() == 0) {
            return null;
        }
        SplittableRandom random = random(~block);
        if (!Pick.chance(random, profile.burstShare())) {
            return null;
        }
        return new Campaign(Clients.attacker(random), type(random));
    }

    private ThreatType type(SplittableRandom random) {
        ThreatType only = profile.only();
        if (only != null) {
            return only;
        }
        boolean common = Pick.chance(random, profile.commonShare());
        return Pick.one(random, common ? Profile.COMMON : AttackFamilies.types());
    }

    private SplittableRandom random(long i) {
        return new SplittableRandom(seed * GOLDEN + i);
    }

    /** The seed in the first half, the index in the second. */
    private String id(long i) {
        return hex(seed * GOLDEN) + hex(i);
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }

    private record Campaign(String clientIp, ThreatType type) {}
}
