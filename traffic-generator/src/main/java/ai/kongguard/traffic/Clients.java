package ai.kongguard.traffic;

import java.util.List;
import java.util.SplittableRandom;

/** Who calls: addresses of documentation ranges, and the programs they use. */
final class Clients {

    private static final List<String> BROWSERS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
            "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36");

    private static final List<String> PROGRAMS = List.of(
            "okhttp/5.1.0",
            "python-requests/2.32.5",
            "axios/1.12.2",
            "Go-http-client/2.0",
            "Apache-HttpClient/5.5 (Java/21.0.8)",
            "kube-probe/1.34",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");

    private static final List<String> ATTACK_TOOLS =
            List.of("sqlmap/1.9.9#stable (https://sqlmap.org)", "Nikto/2.5.0", "curl/8.16.0");

    private static final int REGULARS = 180;

    private Clients() {}

    /** One of a limited number of honest clients, who come back. */
    static String regular(SplittableRandom random) {
        int client = random.nextInt(REGULARS);
        return client < 150 ? "203.0.113." + (client + 1) : "10.0." + (client % 4) + "." + client;
    }

    /** One of the few who attack. */
    static String attacker(SplittableRandom random) {
        return "198.51.100." + Pick.number(random, 1, 40);
    }

    static String userAgent(SplittableRandom random) {
        return Pick.chance(random, 0.8) ? Pick.one(random, BROWSERS) : Pick.one(random, PROGRAMS);
    }

    /** Most attackers look like a browser. */
    static String attackerUserAgent(SplittableRandom random) {
        return Pick.chance(random, 0.75) ? Pick.one(random, BROWSERS) : Pick.one(random, ATTACK_TOOLS);
    }
}
