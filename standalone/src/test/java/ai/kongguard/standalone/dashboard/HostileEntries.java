package ai.kongguard.standalone.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.AttackFamilies;
import ai.kongguard.traffic.attack.AttackFamily;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Entries of a log that have a payload in every field that an attacker, or who configures the gateway, can fill. */
final class HostileEntries {

    /** What a payload of ours sets when it runs; those of the generator open dialogs. */
    static final String CANARY = "__pwned";

    private static final int OF_EACH_FAMILY = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> OURS = List.of(
            "<img src=x onerror=window.__pwned=1>",
            "<script>window.__pwned=1</script>",
            "\"><svg/onload=window.__pwned=1>",
            "' onmouseover='window.__pwned=1' autofocus onfocus='window.__pwned=1' x='",
            "javascript:window.__pwned=1",
            "</script><script>window.__pwned=1</script>",
            "</textarea></title></style><img src=x onerror=window.__pwned=1>",
            "<iframe srcdoc='<script>parent.__pwned=1</script>'>",
            "<style>@import 'http://elsewhere.example/a.css'</style>",
            "<link rel=stylesheet href=http://elsewhere.example/b.css>",
            "<meta http-equiv=refresh content='0;url=http://elsewhere.example/'>",
            "<base href=http://elsewhere.example/><form action=//elsewhere.example><button>go",
            "${window.__pwned=1}{{constructor.constructor('window.__pwned=1')()}}",
            "__proto__",
            "constructor",
            "\u202Egnp.exe\u202C\u0000\u0007\u2028\u2029\uD800\uFEFF\u200D",
            "line one\r\nline two\n\n\n\tand more",
            "Z\u0351\u036B\u0343\u036A\u0302".repeat(40),
            "x".repeat(3000),
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67".repeat(60));

    private HostileEntries() {}

    /** Ours and the generator's, each once. */
    static List<String> payloads() {
        SplittableRandom random = new SplittableRandom(42);
        Stream<String> generated = AttackFamilies.of(ThreatType.XSS).stream()
                .map(AttackFamily::payload)
                .flatMap(payload -> Stream.generate(() -> payload.apply(random)).limit(OF_EACH_FAMILY));
        return Stream.concat(OURS.stream(), generated).distinct().toList();
    }

    /** Whether this one is worth a closer look: ours, and one of each family. */
    static boolean isDistinct(int payload) {
        return payload < OURS.size() || (payload - OURS.size()) % OF_EACH_FAMILY == 0;
    }

    /** As many lines as there are payloads, whose events are named {@code NAME-0}, {@code NAME-1}, ... */
    static String log(String name, List<String> payloads) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < payloads.size(); i++) {
            lines.add(entry(name + "-" + i, payloads.get(i)));
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private static String entry(String id, String payload) {
        String encoded = URLEncoder.encode(payload, UTF_8);
        Map<String, Object> request = Map.of(
                "id",
                id,
                "method",
                payload,
                "uri",
                "/a/" + payload + "/b?q=" + encoded + "&" + encoded + "=1&raw=" + payload,
                "url",
                "http://" + payload + "/",
                "headers",
                Map.of(
                        "user-agent",
                        payload,
                        "referer",
                        payload,
                        "x-forwarded-for",
                        payload,
                        "host",
                        payload,
                        "cookie",
                        "seen=" + payload,
                        "content-type",
                        payload,
                        payload.substring(0, Math.min(60, payload.length())),
                        payload),
                "body",
                "{\"text\":" + JSON.writeValueAsString(payload) + "}",
                "tls",
                Map.of("version", payload, "cipher", payload, "sni", payload));
        return JSON.writeValueAsString(Map.of(
                "client_ip",
                payload,
                "request",
                request,
                "response",
                Map.of("status", 200, "size", 10),
                "route",
                Map.of("name", payload),
                "service",
                Map.of("name", payload),
                "consumer",
                Map.of("username", payload),
                "trace_id",
                payload,
                "source",
                payload,
                "workspace",
                payload,
                payload.substring(0, Math.min(60, payload.length())),
                payload));
    }
}
