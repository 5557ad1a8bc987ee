package ai.kongguard.standalone;

import java.io.PrintStream;
import java.util.Locale;
import org.springframework.core.env.Environment;

/** What the console shows once everything is ready: where to look, what is off and why, what to try. */
final class WelcomeScreen {

    private final Standalone standalone;

    WelcomeScreen(Standalone standalone) {
        this.standalone = standalone;
    }

    void print(PrintStream out) {
        String ingest = "http://localhost:" + port(standalone.ingest());
        String gateway = "localhost:" + port(standalone.gateway());
        String analyzer = "http://localhost:" + port(standalone.analyzer());
        out.printf(
                Locale.ROOT,
                """

                Kong Guard AI is ready, after %.1f s. Ctrl-C stops it.

                  Dashboard   %s
                  WebSocket   ws://%s/ws
                  Ingest      %s/ingest/kong
                  Analyze     %s/analyze (tier local)
                  Kafka       %s

                  Second opinions, tier local: %s
                  Cloud tier: %s
                  Demo traffic: %s

                  Try, with the dashboard open:
                    curl %s/ingest/kong -H 'Content-Type: application/json' -d '{"client_ip":"203.0.113.7","request":{"method":"GET","uri":"/users?id=1%%27%%20OR%%20%%271%%27=%%271"}}'
                    curl %s/analyze -H 'Content-Type: application/json' -d '{"features":{"method":"GET","path":"/search","query":"q=<script>alert(1)</script>","client_ip":"203.0.113.7","user_agent":"curl","requests_per_minute":1,"content_length":0,"query_param_count":1,"header_count":1,"hour_of_day":12},"context":{}}'

                """,
                standalone.startTime().toMillis() / 1e3,
                dashboard(),
                gateway,
                ingest,
                analyzer,
                kafka(),
                standalone.localReviewer(),
                cloudTier(),
                demo(standalone.ingest()),
                ingest,
                analyzer);
        out.flush();
    }

    private String kafka() {
        String servers = standalone.ingest().getRequiredProperty(Standalone.BOOTSTRAP_SERVERS);
        if (!standalone.hasEmbeddedBroker()) {
            return servers;
        }
        return servers + " (embedded, data in " + standalone.ingest().getProperty("kongguard.broker.data-folder") + ")";
    }

    private String cloudTier() {
        Environment cloud = standalone.cloudAnalyzer();
        String says = standalone.cloudReviewer();
        return cloud == null ? "off, " + says : "http://localhost:" + port(cloud) + "/analyze, asks " + says;
    }

    private static String demo(Environment environment) {
        return environment.getProperty("kongguard.demo", Boolean.class, false)
                ? "on; --kongguard.demo=false turns it off"
                : "off; --kongguard.demo=true turns it on";
    }

    private String dashboard() {
        int port = standalone.dashboardPort();
        return port == 0 ? "http://localhost:" + port(standalone.gateway()) + "/dashboard" : "http://localhost:" + port;
    }

    private static String port(Environment environment) {
        return environment.getRequiredProperty("local.server.port");
    }
}
