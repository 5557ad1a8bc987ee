package ai.kongguard.traffic;

import ai.kongguard.event.ThreatType;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What attackers do over many requests, none of which need look wrong by itself. */
public enum AttackBehaviour {
    /** Leaked pairs of user and password, each once. */
    CREDENTIAL_STUFFING(ThreatType.CREDENTIAL_STUFFING) {
        @Override
        RequestDraft draft(SplittableRandom campaign, SplittableRandom random, long step) {
            String user = Pick.letters(random, Pick.number(random, 4, 9)) + random.nextInt(1000) + "@example.com";
            return login(campaign, random, user, Pick.letters(random, 6) + random.nextInt(100))
                    .status(Pick.chance(random, 0.985) ? 401 : 200);
        }
    },
    /** One user, many passwords. */
    BRUTE_FORCE(ThreatType.BRUTE_FORCE) {
        @Override
        RequestDraft draft(SplittableRandom campaign, SplittableRandom random, long step) {
            RequestDraft draft = login(
                    campaign, random, Pick.one(campaign, USERS), Pick.one(random, PASSWORDS) + random.nextInt(10_000));
            return draft.status(401);
        }
    },
    /** Paths at which other products keep what is worth stealing. */
    SCANNING(ThreatType.SCANNING) {
        @Override
        RequestDraft draft(SplittableRandom campaign, SplittableRandom random, long step) {
            String path = PROBES.get((int) ((campaign.nextInt(PROBES.size()) + step) % PROBES.size()));
            RequestDraft draft = RequestDraft.of(Pick.chance(random, 0.8) ? "GET" : "HEAD", path, "shop");
            return draft.status(Pick.chance(random, 0.9) ? 404 : Pick.one(random, 301, 403));
        }
    },
    /** One object after the other, by its number. */
    ENUMERATION(ThreatType.API_ABUSE) {
        @Override
        RequestDraft draft(SplittableRandom campaign, SplittableRandom random, long step) {
            String folder = Pick.one(campaign, "/api/orders/", "/api/users/", "/api/invoices/", "/files/");
            long id = Pick.number(campaign, 1_000, 900_000) + step;
            int status = Pick.one(random, 200, 200, 200, 403, 404);
            return RequestDraft.of("GET", folder + id, "api").status(status);
        }
    },
    /** More of what is expensive than a server can take. */
    HTTP_FLOOD(ThreatType.DDOS) {
        @Override
        RequestDraft draft(SplittableRandom campaign, SplittableRandom random, long step) {
            String path = Pick.one(campaign, "/search", "/products", "/api/reports");
            return RequestDraft.of("GET", path, "catalog")
                    .param("q", Pick.letters(random, 8))
                    .param("_", Long.toString(step))
                    .status(Pick.chance(random, 0.9) ? 200 : 503);
        }
    };

    private static final List<String> USERS = List.of("admin", "root", "administrator", "test", "operator", "backup");
    private static final List<String> PASSWORDS = List.of(
            "password", "admin", "letmein", "welcome", "summer", "winter", "qwerty", "dragon", "monkey", "secret");

    private static final List<String> PROBES = List.of(
            "/.env",
            "/.git/config",
            "/wp-login.php",
            "/phpmyadmin/",
            "/actuator/heapdump",
            "/server-status",
            "/backup.zip",
            "/admin/config.php",
            "/.aws/credentials",
            "/manager/html",
            "/solr/admin/info/system",
            "/cgi-bin/test.cgi",
            "/phpinfo.php",
            "/.svn/entries",
            "/owa/auth/logon.aspx",
            "/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php",
            "/.DS_Store",
            "/web.config",
            "/console/",
            "/jenkins/script",
            "/db.sql",
            "/api/v1/pods",
            "/_ignition/health-check",
            "/geoserver/web/",
            "/xmlrpc.php",
            "/.htpasswd",
            "/druid/index.html",
            "/nacos/v1/auth/users",
            "/adminer.php",
            "/test.php",
            "/old/",
            "/shell.php");

    private final ThreatType type;

    AttackBehaviour(ThreatType type) {
        this.type = type;
    }

    /** What it is called as a threat. */
    public ThreatType type() {
        return type;
    }

    /** The behaviour of this type; null when it is shown by single requests. */
    public static @Nullable AttackBehaviour of(ThreatType type) {
        for (AttackBehaviour behaviour : values()) {
            if (behaviour.type == type) {
                return behaviour;
            }
        }
        return null;
    }

    /** The family of its requests. */
    String family() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The next request; {@code campaign} gives the same draws for each step of a campaign. */
    abstract RequestDraft draft(SplittableRandom campaign, SplittableRandom random, long step);

    private static RequestDraft login(
            SplittableRandom campaign, SplittableRandom random, String user, String password) {
        String path = Pick.one(campaign, "/login", "/api/login", "/api/auth/login", "/signin");
        RequestDraft draft = RequestDraft.of("POST", path, "forms");
        if (Pick.chance(random, 0.3)) {
            return draft.body(
                    "application/x-www-form-urlencoded",
                    "username=" + PercentEncoding.component(user) + "&password=" + PercentEncoding.component(password));
        }
        return draft.body(
                "application/json",
                "{\"username\":" + JsonText.quote(user) + ",\"password\":" + JsonText.quote(password) + "}");
    }
}
