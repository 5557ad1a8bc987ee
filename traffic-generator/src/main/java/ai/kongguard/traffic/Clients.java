package ai.kongguard.traffic;

import java.util.List;
import java.util.SplittableRandom;

/** Who calls: addresses of documentation ranges, and the programs they use. */
final class Clients {

    private static final List<String> PLATFORMS = List.of(
            "Windows NT 10.0; Win64; x64",
            "Windows NT 10.0; WOW64",
            "Macintosh; Intel Mac OS X 10_15_7",
            "X11; Linux x86_64",
            "X11; CrOS x86_64 14541.0.0",
            "X11; Ubuntu; Linux aarch64");

    private static final List<String> DEVICES = List.of(
            "Pixel 9",
            "Pixel 7a",
            "SM-S928B",
            "SM-A546B Build/UP1A.231005.007",
            "K",
            "2201117TG",
            "M2101K6G",
            "CPH2581");

    /** Programs and apps without a version of their own; {@code #} stands for a number. */
    private static final List<String> PROGRAMS = List.of(
            "okhttp/5.#.0",
            "okhttp/4.12.#",
            "python-requests/2.3#.1",
            "python-httpx/0.2#.0",
            "Python/3.1# aiohttp/3.#.5",
            "Python-urllib/3.1#",
            "axios/1.1#.2",
            "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)",
            "node",
            "undici",
            "got (https://github.com/sindresorhus/got)",
            "Go-http-client/2.0",
            "Go-http-client/1.1",
            "Apache-HttpClient/5.5 (Java/21.0.#)",
            "Java-http-client/17.0.1#",
            "Java/1.8.0_3#1",
            "ReactorNetty/1.2.#",
            "Ruby",
            "Faraday v2.#.0",
            "GuzzleHttp/7",
            "Symfony HttpClient (Curl)",
            "PostmanRuntime/7.4#.0",
            "insomnia/10.#.1",
            "HTTPie/3.2.#",
            "curl/8.1#.0",
            "curl/7.88.1",
            "Wget/1.2#.4 (linux-gnu)",
            "libwww-perl/6.#7",
            "reqwest/0.12.#",
            "hyper/1.#",
            "Dart/3.# (dart:io)",
            "Shop/2.1# (com.example.shop; build:41#; iOS 18.5.0) Alamofire/5.10.2",
            "ExampleApp/4#12 CFNetwork/1568.200.51 Darwin/24.#.0",
            "Dalvik/2.1.0 (Linux; U; Android 14; SM-G99#B Build/UP1A.231005.007)",
            "kube-probe/1.3#",
            "ELB-HealthChecker/2.0",
            "GoogleHC/1.0",
            "Prometheus/3.#.0",
            "Grafana/11.#.0",
            "Terraform/1.1# (+https://www.terraform.io)",
            "aws-cli/2.1#.5 Python/3.12.6 Linux/6.8.0 exe/x86_64.ubuntu.24 prompt/off command/s3.cp",
            "aws-sdk-js/3.6#2.0 ua/2.0 os/linux#6.1 lang/js md/nodejs#20.11.1",
            "Boto3/1.3#.2 md/Botocore#1.35.2 ua/2.0 os/macos#24.1.0",
            "docker/27.#.1 go/go1.22 git-commit/ceb1c2a kernel/6.8.0 os/linux arch/amd64 UpstreamClient(Docker-Client/27.1.1 \\(linux\\))",
            "git/2.4#.0",
            "npm/10.#.2 node/v22.11.0 linux x64 workspaces/false",
            "Apache-Maven/3.9.# (Java 21.0.5; Linux 6.8.0)",
            "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
            "GitHub-Hookshot/8fb#a0c",
            "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
            "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
            "DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)",
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
            "Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
            "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
            "FeedFetcher-Google; (+http://www.google.com/feedfetcher.html; 1# subscribers; feed-id=1238#12)",
            "Lynx/2.9.0 libwww-FM/2.14 SSL-MM/1.4.1 OpenSSL/3.0.1#",
            "w3m/0.5.3+git2023012#",
            "VLC/3.0.2# LibVLC/3.0.20",
            "Kodi/21.# (X11; Linux x86_64) App_Bitness/64 Version/21.0-(21.0.0)-Git:20240406-60c4500054",
            "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.1#726; Pro)",
            "Opera/9.80 (J2ME/MIDP; Opera Mini/9.5/3#.1234; U; en) Presto/2.12.423 Version/12.16",
            "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0; SLCC2; .NET CLR 2.0.5#727)",
            "Mozilla/5.0 (SMART-TV; LINUX; Tizen 7.0) AppleWebKit/537.36 (KHTML, like Gecko) 94.0.4606.#1/7.0 TV Safari/537.36",
            "ESP32HTTPClient",
            "-");

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
        return Pick.chance(random, 0.7) ? browser(random) : program(random);
    }

    /** One of the very many that a botnet consists of, in the range for benchmarks. */
    static String bot(SplittableRandom random) {
        return "198." + Pick.number(random, 18, 20) + "." + random.nextInt(256) + "." + Pick.number(random, 1, 255);
    }

    /** Most attackers look like a browser. */
    static String attackerUserAgent(SplittableRandom random) {
        return Pick.chance(random, 0.75) ? browser(random) : Pick.one(random, ATTACK_TOOLS);
    }

    private static String program(SplittableRandom random) {
        String program = Pick.one(random, PROGRAMS);
        return program.replace("#", Integer.toString(Pick.number(random, 0, 10)));
    }

    static String browser(SplittableRandom random) {
        int version = Pick.number(random, 118, 146);
        return switch (random.nextInt(12)) {
            case 0, 1 ->
                "Mozilla/5.0 (" + Pick.one(random, PLATFORMS) + "; rv:" + version + ".0) Gecko/20100101 Firefox/"
                        + version + ".0";
            case 2, 3 ->
                "Mozilla/5.0 (iPhone; CPU iPhone OS " + Pick.number(random, 15, 19) + "_" + random.nextInt(7)
                        + " like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/"
                        + Pick.number(random, 15, 19)
                        + "." + random.nextInt(7) + " Mobile/15E148 Safari/604.1";
            case 4 ->
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/"
                        + Pick.number(random, 15, 19) + "." + random.nextInt(7) + " Safari/605.1.15";
            case 5, 6 ->
                "Mozilla/5.0 (Linux; Android " + Pick.number(random, 9, 16) + "; " + Pick.one(random, DEVICES) + ") "
                        + chrome(version) + " Mobile Safari/537.36";
            case 7 ->
                "Mozilla/5.0 (" + Pick.one(random, PLATFORMS) + ") " + chrome(version) + " Safari/537.36 Edg/" + version
                        + ".0.0.0";
            default -> "Mozilla/5.0 (" + Pick.one(random, PLATFORMS) + ") " + chrome(version) + " Safari/537.36";
        };
    }

    private static String chrome(int version) {
        return "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version + ".0.0.0";
    }
}
