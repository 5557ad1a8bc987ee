package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.Pick;
import java.util.List;
import java.util.SplittableRandom;

/** The other languages that values end up in: LDAP filters, document queries, header lines. */
final class QueryLanguages {

    static final List<AttackFamily> FAMILIES = List.of(
            AttackFamily.of("ldap_filter", ThreatType.LDAP_INJECTION, QueryLanguages::ldap)
                    .in(Placement.QUERY, Placement.FORM, Placement.JSON),
            AttackFamily.of("nosql_operator", ThreatType.NOSQL_INJECTION, QueryLanguages::noSql)
                    .in(Placement.QUERY, Placement.FORM, Placement.JSON),
            AttackFamily.of("nosql_where", ThreatType.NOSQL_INJECTION, QueryLanguages::where)
                    .in(Placement.QUERY, Placement.FORM, Placement.JSON)
                    .reservedForSimulation(),
            AttackFamily.of("header_splitting", ThreatType.CRLF_INJECTION, QueryLanguages::splitting)
                    .in(Placement.QUERY, Placement.FORM));

    private QueryLanguages() {}

    private static String ldap(SplittableRandom r) {
        String word = Pick.letters(r, 4);
        return Pick.one(
                r,
                "*)(uid=*))(|(uid=*",
                "admin)(&)",
                word + "*)(objectClass=*",
                "*)(|(password=" + word.charAt(0) + "*))",
                "admin)(!(&(objectClass=void",
                "*))%00",
                word + ")(cn=*))(|(cn=*");
    }

    private static String noSql(SplittableRandom r) {
        return Pick.one(
                r,
                "{\"$ne\":null}",
                "{\"$gt\":\"\"}",
                "{\"$regex\":\"^" + Pick.letters(r, 1) + "\"}",
                "{\"$in\":[\"admin\",\"root\"]}",
                "{\"$or\":[{},{\"a\":\"a\"}]}",
                "{\"username\":{\"$ne\":\"" + Pick.letters(r, 4) + "\"},\"password\":{\"$exists\":true}}");
    }

    private static String where(SplittableRandom r) {
        int n = Pick.number(r, 1, 999);
        return Pick.one(
                r,
                "'; return true; var x='",
                "' || '" + n + "'=='" + n,
                "{\"$where\":\"sleep(" + n + ")||true\"}",
                "';while(true){}//");
    }

    private static String splitting(SplittableRandom r) {
        return "/" + Pick.letters(r, 4) + "\r\n"
                + Pick.one(
                        r,
                        "Set-Cookie: session=" + Pick.hex(r, 8),
                        "Location: https://" + Pick.letters(r, 6) + ".example/",
                        "Content-Length: 0\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>x</h1>",
                        "X-Injected: " + Pick.letters(r, 5));
    }
}
