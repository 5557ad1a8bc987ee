package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.Pick;
import java.util.List;
import java.util.SplittableRandom;

/** Well-formed requests with ill intent. */
final class Abuse {

    static final List<AttackFamily> FAMILIES = List.of(
            AttackFamily.of("impossible_order", ThreatType.BUSINESS_LOGIC, Abuse::impossibleOrder)
                    .in(Placement.JSON, Placement.FORM, Placement.QUERY),
            AttackFamily.of("ransom_callback", ThreatType.RANSOMWARE_C2, Abuse::callback)
                    .in(Placement.JSON, Placement.QUERY, Placement.FORM));

    private Abuse() {}

    private static String impossibleOrder(SplittableRandom r) {
        return Pick.one(
                r,
                "-" + Pick.number(r, 1, 9_999),
                "0.0000" + Pick.number(r, 1, 9),
                "99999999999",
                "{\"price\":-" + Pick.number(r, 1, 500) + ",\"role\":\"admin\"}",
                "coupon=FREE100&coupon=FREE100&coupon=FREE100");
    }

    private static String callback(SplittableRandom r) {
        return Pick.one(r, "beacon", "checkin", "keyreq") + "|host=" + Pick.letters(r, 7) + "|key=" + Pick.hex(r, 32)
                + "|ext=." + Pick.one(r, "locked", "crypt", "encrypted") + "|files=" + Pick.number(r, 100, 90_000);
    }
}
