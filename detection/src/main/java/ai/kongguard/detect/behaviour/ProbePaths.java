package ai.kongguard.detect.behaviour;

/** Paths that scanners ask every host for. What one product's own users ask for counts as one, however often. */
final class ProbePaths {

    /** Segments at whose start a path may begin, for applications that are not at the root. */
    private static final int STARTS = 3;

    /** At most 64 texts: one bit each. */
    private static final WordTable KNOWN = new WordTable(
            "/.env /.env.local /.env.prod /.env.bak /.env.production",
            "/.git /.gitignore /.git-credentials",
            "/.svn /.hg /.bzr",
            "/.aws /.ssh /id_rsa",
            "/.ds_store /.vscode /.idea",
            "/.htaccess /.htpasswd",
            "/.bash_history /.npmrc /.dockerenv",
            "/wp-login.php /wp-admin /wp-content /wp-includes /wp-config.php /xmlrpc.php /wp-json /wordpress",
            "/phpmyadmin /pma /myadmin /mysqladmin /phpmyadmin2 /dbadmin",
            "/adminer.php /adminer",
            "/phpinfo.php /info.php /test.php /_profiler",
            "/actuator/env /actuator/heapdump /actuator/gateway /actuator/jolokia /jolokia",
            "/server-status /server-info",
            "/cgi-bin",
            "/manager/html /host-manager",
            "/solr",
            "/jenkins /hudson",
            "/hnap1 /boaform /goform /setup.cgi",
            "/vendor/phpunit /phpunit",
            "/owa /ecp /autodiscover",
            "/_ignition /telescope",
            "/druid",
            "/nacos",
            "/struts /struts2-showcase",
            "/backup.zip /backup.sql /backup.tar.gz /dump.sql /db.sql /database.sql",
            "/web.config /config.php /configuration.php /config.php.bak /web-inf",
            "/etc/passwd",
            "/shell.php /c99.php /r57.php /cmd.php /alfa.php",
            "/administrator /joomla",
            "/user/login.php /drupal /changelog.txt",
            "/console /invoker /jmx-console /web-console",
            "/remote /dana-na /+cscoe+ /vpn",
            "/geoserver /cfide /lucee",
            "/aspnet_client /elmah.axd /trace.axd",
            "/eval-stdin.php /thinkphp /index.php/admin",
            "/portal/redlion /sdk /nmaplowercheck");

    private ProbePaths() {}

    /** Which of the known ones a path is or lies under, 0-63; {@link WordTable#NONE} for others. */
    static int kind(String path) {
        int start = 0;
        for (int n = 0; n < STARTS && start >= 0 && start < path.length(); n++) {
            int kind = kindFrom(path, start);
            if (kind != WordTable.NONE) {
                return kind;
            }
            start = path.indexOf('/', start + 1);
        }
        return WordTable.NONE;
    }

    private static int kindFrom(String path, int start) {
        int hash = 0;
        for (int i = start; i <= path.length(); i++) {
            boolean boundary = i == path.length() || path.charAt(i) == '/';
            if (boundary && i > start) {
                int kind = KNOWN.find(path, start, i, hash);
                if (kind != WordTable.NONE) {
                    return kind;
                }
            }
            if (i < path.length()) {
                hash = WordTable.step(hash, path.charAt(i));
            }
        }
        return WordTable.NONE;
    }
}
