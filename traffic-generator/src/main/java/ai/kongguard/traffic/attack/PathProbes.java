package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Files of well-known programs by where installers put them, and paths that a fuzzer has bent. */
final class PathProbes {

    private static final Grammar GRAMMAR = PathTraversal.WORDS.extend(
            """
            server_name ::=
              3×«apache¦apache2¦httpd¦nginx¦lighttpd¦tomcat«?«5..10»»¦jetty¦cherokee¦litespeed¦lsws¦caddy¦varnish¦squid¦haproxy»
              2×«mysql¦mariadb¦postgresql¦pgsql¦mongodb¦redis¦couchdb¦oracle»
              2×«proftpd¦vsftpd¦pure-ftpd¦wu-ftpd¦exim«?4»¦postfix¦dovecot¦sendmail¦courier¦qmail¦samba¦cups¦snmp¦openvpn¦bind»
              «php¦php«5..8»¦php/«5..8».«0..4»/«fpm¦cli¦apache2»¦phpmyadmin¦webmin¦cpanel¦plesk¦horde¦roundcube¦nagios¦zabbix¦grafana»
              «word»
            unix_home ::=
              3×/etc
              3×/usr/local
              2×/opt«?/«lampp¦xampp¦bitnami»»
              /usr/«local/etc¦share¦pkg/etc¦lib»
              /var/«lib¦local¦www¦opt»
              /Library/«WebServer¦Application Support»
              /Volumes/«@upper «letters 1..1»»«letters 4..8»
              /home/«word»
              /NetWare
            conf_file ::=
              3×«conf¦etc¦config»/«server_name».«conf¦cnf¦ini¦xml»
              «httpd¦nginx¦server¦access¦my¦php¦main¦users¦vhosts¦extra/httpd-ssl¦ssl¦srm»«.conf¦.ini¦.cnf¦.xml¦.conf.default¦.bak»
              «conf¦etc»/«httpd¦my¦php¦server¦web¦tomcat-users¦context¦sites-enabled/000-default»«.conf¦.xml¦.ini¦.cnf»
              «conf.d¦sites-available¦sites-enabled¦mods-enabled»/«default¦000-default.conf¦«word».conf¦security.conf»
            log_file ::=
              3×«access¦error¦«word»-access¦«word»_error¦ssl_access¦debug¦rewrite»«_log¦.log¦.log.1¦-log¦_log.old»
              «server_name»«.log¦_error.log¦.err¦.log.«1..4»»
              catalina.«out¦20«10..25»-0«1..9»-«10..28».log»
              «xferlog¦maillog¦mail.log¦secure¦wtmp¦lastlog¦cron¦user.log¦daemon.log¦kern.log¦faillog»
            drive ::=
              «C¦c¦D¦d¦E»:
            windows_home ::=
              3×\\«xampp«?p»¦wamp«?64»¦server¦laragon¦easyphp¦appserv¦uniserver»\\«apache¦mysql¦php¦tomcat¦FileZillaFTP¦MercuryMail¦phpMyAdmin»
              2×\\Program Files«? (x86)»\\«Apache Group\\Apache«?2»¦Apache Software Foundation\\«Apache2.«2..4»¦Tomcat «5..10».0»¦MySQL\\MySQL Server «4..8».«0..1»¦PostgreSQL\\«9..16»¦xampp\\apache¦FileZilla Server¦«word»»
              \\«apache¦apache2¦nginx¦php«?«4..8»»¦mysql¦inetpub¦oracle¦httpd»
              \\«Windows¦WINNT»\\«System32¦system32\\inetsrv¦system32\\LogFiles¦repair¦Temp»
            windows_tail ::=
              3×«conf¦bin¦logs¦data¦etc¦config»\\«httpd¦my¦php¦error¦access¦server¦web¦mysql¦«word»»«.conf¦.ini¦.cnf¦.log¦.xml¦.err»
              «httpd.conf¦my.ini¦my.cnf¦php.ini¦config.inc.php¦web.config¦metabase.xml¦«word».log¦«word».ini»
              «conf\\extra\\httpd-«vhosts¦ssl¦dav¦userdir».conf¦LogFiles\\W3SVC«1..9»\\ex«200101..261231».log»
            well_known ::=
              5×«unix_home»/«server_name»/«conf_file»«tail»
              5×«unix_home»/«server_name»/«logs¦log»/«log_file»«tail»
              4×/var/log/«?«server_name»/»«log_file»«tail»
              3×/etc/«?«server_name»/»«server_name».«conf¦cnf¦cf¦ini»«tail»
              3×«drive»«windows_home»\\«windows_tail»«tail»
              2×«drive»«@slash «windows_home»\\«windows_tail»»«tail»
              /«?«word»/»«WEB-INF¦META-INF»/«web.xml¦«word».«xml¦properties¦yml»¦classes/«word»/«word».class¦lib/«word»-«1..9».«0..9».jar»
              2×«1..10×../»«var/log¦etc¦usr/local¦opt»/«server_name»/«conf_file¦log_file»«tail»
              «drive»\\«boot.ini¦autoexec.bat¦«word».ini¦config.sys¦pagefile.sys»|«10..99»|«hex 6..6»|«letters 2..8»
            back ::=
              \\
            folder ::=
              «word»
              «letters 2..8»
              «images¦static¦assets¦scripts¦cgi-bin¦docs¦nsn¦servlet¦iissamples¦msadc¦_vti_bin¦exchange»
            bent_end ::=
              «word».«bas¦asp¦jsp¦php¦html¦txt¦ini¦conf¦xml¦log¦dat¦sys»
              «letters 1..7».«letters 2..3»
              «secret_file»
              «@slash «windows_file»»
            mixed ::=
              3×/«folder»/«1..6×..\\»«folder»/«bent_end»
              3×/«folder»/«1..3×..\\»«bent_end»
              2×/«folder»/..\\..\\«bent_end»
              2×/«folder»\\..\\«1..6×../»«bent_end»
              «folder»/«1..4×../..\\»«bent_end»
              /«folder»/«folder»/«2..6×..\\/»«bent_end»
              «folder»\\../..\\«bent_end»
              /«folder»/«1..9×.\\.\\.»./«bent_end»
            code ::=
              0x2f
              0x5c
              %5c
              %2f
              %255c
              %c1%9c
              %c1%1c
              %c0%af
              %c0%9v
              %bg%qf
              %u2215
              %u2216
              %%32%66
              %%35%63
              %25c1%259c
              %e0%80%af
              %fc%80%80%80%80%af
              /
              \\
            mark ::=
              3×.
              0x2e
              %2e
              %252e
              %c0%2e
              %c0%ae
              %e0%40%ae
              %uff0e
              %u002e
              %%32%65
              %25c0%25ae
              %c0%5e
              %2%65
              %.
            fuzzed ::=
              6×«base_folder»«m!=mark»«c!=code»«1..9×«=m»«=m»«=c»»«etc¦windows¦winnt¦boot¦«word»»«=c»«passwd¦shadow¦hosts¦win.ini¦system.ini¦issue¦«bent_end»»«tail»
              3×«base_folder»«m!=mark»«c!=code»«1..8×.«=m»«=c»»«bent_end»
              2×«base_folder»«c!=code»«1..9×..«=c»»«bent_end»«tail»
              2×«base_folder»«1..9×«..;/¦.%00./¦..%00/¦.\\.\\.¦..%bg%qf¦..%0«0..9»/¦..%«hex 2..2»/»»«bent_end»
              «base_folder»«m!=mark»«=m»«=m»«?/»
              «base_folder»«2..9×«mark»«mark»«code»»«bent_end»
            base_folder ::=
              3×«»
              /
              /«folder»/
              «folder»/
            iconv ::=
              convert.iconv.«coding».«coding»
            coding ::=
              UTF«7¦8¦16¦16LE¦16BE¦32»
              UTF-«7¦8¦16¦16LE¦32»
              «ISO2022KR¦ISO-IR-«90..200»¦ISO6937¦JOHAB¦UHC¦SHIFT_JISX0213¦BIG5¦BIG5HKSCS¦EUCTW¦GBK¦EUC-CN»
              «CP«800..1300»¦IBM«800..1300»¦L«1..10»¦LATIN«1..8»¦CSISO2022KR¦UCS-«2¦4»«?LE»¦8859_«1..9»¦MSCP«900..1400»¦OSF«hex 8..8»»
            chain ::=
              3×php://filter/«?read=»«2..40×«iconv»|«?convert.base64-decode|convert.base64-encode|»»convert.base64-decode/resource=«php://temp¦data:,«alnum 1..6»¦index.php¦/«secret_file»¦«page_name»»
              «2..9×«iconv»|»convert.base64-decode
              php://filter/«iconv»«?|string.rot13»/resource=«/«secret_file»¦«page_name»»
            page_name ::=
              «word».php
              «letters 2..6»
            """);

    private static final Placement[] PLACES = {
        Placement.QUERY,
        Placement.QUERY,
        Placement.RAW_PATH,
        Placement.PATH,
        Placement.FORM,
        Placement.JSON,
        Placement.COOKIE,
        Placement.QUERY_ALONE
    };

    static final List<AttackFamily> FAMILIES = List.of(
            family("traversal_well_known", "well_known"),
            family("traversal_mixed", "mixed"),
            family("traversal_fuzzed", "fuzzed"),
            family("inclusion_chain", "chain"));

    private PathProbes() {}

    private static AttackFamily family(String name, String rule) {
        return AttackFamily.of(name, ThreatType.PATH_TRAVERSAL, GRAMMAR.from(rule))
                .in(PLACES);
    }
}
