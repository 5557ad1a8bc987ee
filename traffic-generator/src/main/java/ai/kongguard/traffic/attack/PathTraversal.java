package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.Pick;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Walking out of the folder one was given. */
final class PathTraversal {

    static final List<AttackFamily> FAMILIES = List.of(
            family("traversal_dots", PathTraversal::dots),
            family("traversal_windows", PathTraversal::windows),
            family("traversal_absolute", PathTraversal::absolute),
            family("traversal_filtered", PathTraversal::filtered).reservedForSimulation());

    private PathTraversal() {}

    private static AttackFamily family(String name, Function<SplittableRandom, String> payload) {
        return AttackFamily.of(name, ThreatType.PATH_TRAVERSAL, payload)
                .in(Placement.QUERY, Placement.QUERY, Placement.FORM, Placement.JSON, Placement.PATH, Placement.COOKIE);
    }

    private static String dots(SplittableRandom r) {
        return Pick.one(r, "", "images/", "docs/")
                + "../".repeat(Pick.number(r, 2, 9))
                + unixFile(r)
                + Pick.one(r, "", "", "\u0000.png");
    }

    private static String windows(SplittableRandom r) {
        return "..\\".repeat(Pick.number(r, 2, 8))
                + Pick.one(r, "windows\\win.ini", "boot.ini", "windows\\system32\\drivers\\etc\\hosts");
    }

    private static String absolute(SplittableRandom r) {
        return Pick.one(r, "/", "file:///", "file://localhost/") + unixFile(r);
    }

    private static String filtered(SplittableRandom r) {
        return Pick.one(r, "....//", "..././", "..;/").repeat(Pick.number(r, 3, 7)) + unixFile(r);
    }

    private static String unixFile(SplittableRandom r) {
        return Pick.one(
                r,
                "etc/passwd",
                "etc/shadow",
                "proc/self/environ",
                "root/.ssh/id_rsa",
                "var/log/auth.log",
                "etc/hosts");
    }
}
