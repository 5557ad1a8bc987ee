package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * One way of attacking.
 *
 * @param name such as {@code sql_union}
 * @param type what it is
 * @param reserved whether it is for simulation only and never trained on
 * @param placements where its payloads make sense
 * @param payload draws one, as text before any encoding
 */
public record AttackFamily(
        String name,
        ThreatType type,
        boolean reserved,
        List<Placement> placements,
        Function<SplittableRandom, String> payload) {

    static AttackFamily of(String name, ThreatType type, Function<SplittableRandom, String> payload) {
        return new AttackFamily(name, type, false, Placement.ANYWHERE, payload);
    }

    AttackFamily in(Placement... places) {
        return new AttackFamily(name, type, reserved, List.of(places), payload);
    }

    AttackFamily reservedForSimulation() {
        return new AttackFamily(name, type, true, placements, payload);
    }
}
