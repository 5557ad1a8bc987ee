package ai.kongguard.traffic;

import ai.kongguard.event.ThreatType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a generator makes.
 *
 * @param burstShare share of blocks of {@value #BLOCK} requests in which one attacker runs a campaign, 0-1
 * @param campaignShare share of that attacker's requests within such a block, 0-1
 * @param attackShare share of attacks outside campaigns, 0-1
 * @param commonShare share of attacks that are of a {@link #COMMON} type, 0-1; the others are of all types evenly
 * @param decoyShare share of benign requests that carry a harmless text where attacks carry their payload, 0-1
 * @param only the one type of attack; null for several
 */
public record Profile(
        double burstShare,
        double campaignShare,
        double attackShare,
        double commonShare,
        double decoyShare,
        @Nullable ThreatType only) {

    /** What most attackers try first. */
    static final List<ThreatType> COMMON =
            List.of(ThreatType.SQL_INJECTION, ThreatType.XSS, ThreatType.PATH_TRAVERSAL, ThreatType.COMMAND_INJECTION);

    static final int BLOCK = 64;

    /** About one request in six is an attack, half of them in campaigns of one attacker; for people to look at. */
    public static final Profile DEMO = new Profile(0.25, 0.4, 0.08, 0.7, 0, null);

    /** No attack at all. */
    public static final Profile BENIGN = new Profile(0, 0, 0, 0, 0, null);

    /** No attack, but harmless texts of every kind in all the places where attacks stand. */
    public static final Profile DECOYS = new Profile(0, 0, 0, 0, 1, null);

    /** Nothing but attacks, all types evenly. */
    public static final Profile ATTACKS = new Profile(0, 0, 1, 0, 0, null);

    /** Nothing but attacks of one type. */
    public static Profile attack(ThreatType type) {
        return new Profile(0, 0, 1, 0, 0, type);
    }
}
