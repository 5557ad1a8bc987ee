package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import ai.kongguard.traffic.attack.disguise.Disguise;
import java.util.List;
import java.util.SplittableRandom;

/** Puts a payload into a request that would otherwise be ordinary. */
public final class Attack {

    private static final double DISGUISED = 0.25;
    private static final double TWICE_DISGUISED = 0.15;
    private static final double IN_PROSE = 0.12;
    private static final double ENCODED_AS_A_WHOLE = 0.05;

    private static final List<Disguise> SQL = List.of(
            Disguise.MIXED_CASE,
            Disguise.MIXED_CASE,
            Disguise.UPPER_CASE,
            Disguise.SQL_COMMENTS,
            Disguise.SQL_COMMENTS,
            Disguise.SQL_FILLED_COMMENTS,
            Disguise.SQL_LINE_COMMENTS,
            Disguise.SQL_VERSION_COMMENTS,
            Disguise.PLUS_SIGNS,
            Disguise.OTHER_SPACE,
            Disguise.OTHER_SPACE,
            Disguise.LESS_SPACE,
            Disguise.MORE_SPACE,
            Disguise.PERCENT_SIGNS,
            Disguise.HEX_ENTITIES,
            Disguise.UNICODE_ESCAPES,
            Disguise.FULL_WIDTH,
            Disguise.NULL_BYTE);

    private static final List<Disguise> MARKUP = List.of(
            Disguise.MIXED_CASE,
            Disguise.MIXED_CASE,
            Disguise.UPPER_CASE,
            Disguise.DECIMAL_ENTITIES,
            Disguise.HEX_ENTITIES,
            Disguise.PADDED_ENTITIES,
            Disguise.NAMED_ENTITIES,
            Disguise.NAMED_ENTITIES,
            Disguise.UNICODE_ESCAPES,
            Disguise.HEX_ESCAPES,
            Disguise.OTHER_SPACE,
            Disguise.FULL_WIDTH,
            Disguise.NULL_BYTE);

    private static final List<Disguise> COMMANDS = List.of(
            Disguise.OTHER_SPACE,
            Disguise.PLUS_SIGNS,
            Disguise.MORE_SPACE,
            Disguise.LESS_SPACE,
            Disguise.UNICODE_ESCAPES,
            Disguise.NULL_BYTE);

    private static final List<Disguise> OTHERS =
            List.of(Disguise.UNICODE_ESCAPES, Disguise.HEX_ESCAPES, Disguise.HEX_ENTITIES, Disguise.NULL_BYTE);

    /** For servers that decode a whole value; nothing else can come after these. */
    private static final List<Disguise> WHOLE =
            List.of(Disguise.BASE64, Disguise.BASE64, Disguise.BASE64_URL, Disguise.HEX_DIGITS);

    private Attack() {}

    /** A request that carries one payload of the family. */
    public static RequestDraft compose(SplittableRandom random, AttackFamily family) {
        Placement placement = Pick.one(random, family.placements());
        String payload =
                isText(placement) ? payload(random, family) : family.payload().apply(random);
        return Carrier.carry(random, placement, payload);
    }

    /**
     * A request that carries a harmless text in a place where the family stands, for training and for counting false
     * alarms: what surrounds a payload must be no sign of it.
     */
    public static RequestDraft decoy(SplittableRandom random, AttackFamily family, String text) {
        Placement placement = Pick.one(random, family.placements());
        return Carrier.carry(random, isText(placement) ? placement : Pick.one(random, Placement.ANYWHERE), text);
    }

    /** One payload of the family as requests carry it: sometimes disguised, sometimes amid harmless prose. */
    public static String payload(SplittableRandom random, AttackFamily family) {
        String payload = disguise(random, family.type(), family.payload().apply(random));
        return isReadByPeople(family.type()) && Pick.chance(random, IN_PROSE)
                ? CarrierWords.amidProse(random, payload)
                : payload;
    }

    private static String disguise(SplittableRandom random, ThreatType type, String payload) {
        if (!Pick.chance(random, DISGUISED)) {
            return payload;
        }
        List<Disguise> disguises = disguises(type);
        if (disguises.isEmpty()) {
            return payload;
        }
        if (Pick.chance(random, ENCODED_AS_A_WHOLE)) {
            return Pick.one(random, WHOLE).apply(random, payload);
        }
        String once = Pick.one(random, disguises).apply(random, payload);
        return Pick.chance(random, TWICE_DISGUISED)
                ? Pick.one(random, disguises).apply(random, once)
                : once;
    }

    private static List<Disguise> disguises(ThreatType type) {
        return switch (type) {
            case SQL_INJECTION -> SQL;
            case XSS -> MARKUP;
            case COMMAND_INJECTION -> COMMANDS;
            case SSTI, NOSQL_INJECTION, LDAP_INJECTION, RCE -> OTHERS;
            default -> List.of();
        };
    }

    /** Where prose would be part of the value too. */
    private static boolean isReadByPeople(ThreatType type) {
        return switch (type) {
            case SQL_INJECTION, XSS, SSTI, COMMAND_INJECTION, RCE, NOSQL_INJECTION, LDAP_INJECTION -> true;
            default -> false;
        };
    }

    /** Whether the payload is a text there, and not a document whose parser would stumble over a disguise. */
    private static boolean isText(Placement placement) {
        return switch (placement) {
            case JSON_VALUE, JSON_BODY, ADDRESS, QUERY_PAIRS, FORM_PAIRS, XML, GRAPHQL_DOCUMENT, CONTENT_TYPE, UPLOAD ->
                false;
            default -> true;
        };
    }
}
