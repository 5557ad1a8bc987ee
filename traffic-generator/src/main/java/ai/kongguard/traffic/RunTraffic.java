package ai.kongguard.traffic;

import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunOrder.Strategy;
import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.AttackFamilies;
import ai.kongguard.traffic.attack.AttackFamily;
import ai.kongguard.traffic.attack.Placement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * The requests of one run, in order. Of every ten, as many as the strategy says are benign, payloads, and steps of
 * campaigns. Element {@code i} depends on the order and {@code i} alone. Thread-safe.
 */
public final class RunTraffic {

    private static final int BLOCK = 10;
    private static final long SHORTEST_CAMPAIGN = 100;
    private static final double CAMPAIGN_SECONDS = 10;

    /** Requests per second below which a flood would be none. */
    private static final double FLOOD_RATE = 100;

    private static final Set<Placement> IN_THE_PATH = Set.of(Placement.PATH, Placement.RAW_PATH, Placement.ADDRESS);

    private static final Set<String> PATH_FAMILIES = AttackFamilies.all().stream()
            .filter(family -> family.placements().stream().anyMatch(IN_THE_PATH::contains))
            .map(AttackFamily::name)
            .collect(Collectors.toSet());

    private final RunOrder order;
    private final List<Role> roles;
    private final List<TrafficGenerator> payloads;
    private final Campaigns campaigns;
    private final TrafficGenerator benign;
    private final UserSessions sessions;

    public RunTraffic(RunOrder order) {
        this.order = order;
        List<ThreatType> types = order.types();
        List<AttackBehaviour> behaviours = new ArrayList<>();
        List<TrafficGenerator> generators = new ArrayList<>();
        for (ThreatType type : types) {
            AttackBehaviour behaviour = AttackBehaviour.of(type);
            if (behaviour != null) {
                behaviours.add(behaviour);
            } else if (type != ThreatType.NONE) {
                generators.add(TrafficGenerator.of(order.seed(), Profile.attack(type)));
            }
        }
        if (types.isEmpty()) {
            generators.add(TrafficGenerator.of(order.seed(), Profile.ATTACKS));
        }
        boolean honest = !types.isEmpty() && generators.isEmpty() && behaviours.isEmpty();
        boolean steps = types.isEmpty() || !behaviours.isEmpty();
        this.roles = roles(honest ? BLOCK : order.strategy() == Strategy.BLENDED ? 7 : 0, !generators.isEmpty(), steps);
        double rate = order.rate() * Collections.frequency(roles, Role.STEP) / BLOCK;
        if (behaviours.isEmpty()) {
            behaviours.addAll(List.of(AttackBehaviour.values()));
            if (rate < FLOOD_RATE) {
                behaviours.remove(AttackBehaviour.HTTP_FLOOD);
            }
        }
        long length = Math.max(SHORTEST_CAMPAIGN, Math.round(rate * CAMPAIGN_SECONDS));
        this.payloads = List.copyOf(generators);
        this.campaigns = new Campaigns(order.seed(), behaviours, length, order.strategy() == Strategy.STEALTH);
        this.benign = TrafficGenerator.of(order.seed(), Profile.BENIGN);
        this.sessions = new UserSessions(order.seed());
    }

    /** Element {@code i}, from 0. */
    public GeneratedRequest at(long i) {
        long block = i / BLOCK;
        List<Role> shuffled = shuffled(block);
        int place = (int) (i % BLOCK);
        Role role = shuffled.get(place);
        long index =
                block * Collections.frequency(roles, role) + Collections.frequency(shuffled.subList(0, place), role);
        SplittableRandom random = Seeds.random(order.seed(), "aim", i);
        return switch (role) {
            case BENIGN -> index % 2 == 0 ? benign.at(index) : sessions.at(index / 2);
            case PAYLOAD -> {
                GeneratedRequest request = aim(Pick.one(random, payloads).at(index), random);
                yield order.strategy() == Strategy.STEALTH ? Stealth.hide(request, random) : request;
            }
            case STEP -> aim(campaigns.at(index), random);
        };
    }

    private GeneratedRequest aim(GeneratedRequest request, SplittableRandom random) {
        if (order.endpoints().isEmpty()) {
            return request;
        }
        String endpoint = Pick.one(random, order.endpoints());
        boolean elsewhere = !request.query().isEmpty() || request.body() != null;
        ThreatType type = request.truth().type();
        boolean pathMatters = PATH_FAMILIES.contains(request.truth().family())
                || type == ThreatType.SCANNING
                || type == ThreatType.API_ABUSE;
        String base = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
        return request.at(elsewhere && !pathMatters ? endpoint : base + request.path());
    }

    private List<Role> shuffled(long block) {
        List<Role> shuffled = new ArrayList<>(roles);
        SplittableRandom random = Seeds.random(order.seed(), "roles", block);
        for (int i = BLOCK - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled;
    }

    private static List<Role> roles(int benign, boolean payloads, boolean steps) {
        List<Role> roles = new ArrayList<>(Collections.nCopies(benign, Role.BENIGN));
        int attacks = BLOCK - benign;
        int campaign = !steps ? 0 : payloads ? Math.max(1, attacks * 3 / BLOCK) : attacks;
        campaign = Math.min(campaign, attacks);
        roles.addAll(Collections.nCopies(campaign, Role.STEP));
        roles.addAll(Collections.nCopies(attacks - campaign, Role.PAYLOAD));
        return List.copyOf(roles);
    }

    private enum Role {
        BENIGN,
        PAYLOAD,
        STEP
    }
}
