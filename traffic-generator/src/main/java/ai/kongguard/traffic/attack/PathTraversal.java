package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;
import java.util.stream.Stream;

/** Walking out of the folder one was given, or into what should not be served. */
final class PathTraversal {

    static final Grammar WORDS = Vocabulary.GRAMMAR.extend(
            """
            tail ::=
              12×«»
              2×«nul»
              %00
              «nul»«.png¦.jpg¦.html¦.php¦.pdf¦.txt»
              %00«.png¦.jpg¦.html¦.php¦.pdf¦.txt»
              %2500«.png¦.html»
              «.png¦.jpg¦.html¦.txt¦.bak¦.php¦.inc»
              ?
              %3f.png
              ;«.png¦«letters 2..4»»
              /.
              /./
              ::$DATA
              «10..40×./»
              %20
              %0a
              #
              «nl»
            """);

    private static final Grammar GRAMMAR = WORDS.extend(
            """
            base ::=
              6×«»
              2×/
              «word»/
              /«word»/
              ./
              /«var/www/«html¦images¦uploads¦«word»»¦etc¦usr/share¦home/«word»¦srv/«word»¦opt/«word»¦tmp»/
              «images¦static¦assets¦files¦download¦uploads¦public¦docs¦css¦js¦img¦cgi-bin¦icons¦scripts¦themes¦lang»/
              /«images¦static¦assets¦files¦public¦docs¦cgi-bin¦icons¦api/v«1..3»»/
              «word»/«word»/
              «word».«php¦jsp¦png»/
              file=
            up ::=
              ../
            dots ::=
              10×«base»«s!=up»«1..12×«=s»»«secret_file»«tail»
              «base»«1..3×../»«word»/«1..9×../»«secret_file»«tail»
              «base»././«1..8×../»«secret_file»
              /«1..9×./»«1..9×../»«secret_file»«tail»
              «base»..«2..9×/..»/«secret_file»«tail»
              «base»«2..9×.././»«secret_file»
              «base»«1..6×«word»/../»«2..8×../»«secret_file»
              «base»«2..9×../»«app_file»«tail»
              «base»«1..6×../»«letters 3..8»«.php¦.conf¦.txt¦.log¦.ini¦.yml»
              «base»«2..12×../»
              «base»..//«1..8×..//»«secret_file»
              «base»///«2..7×..///»«secret_file»
            windows ::=
              6×«base»«1..10×..\\»«windows_file»«tail»
              2×«base»«1..10×../»«@slash «windows_file»»«tail»
              «base»..\\/«1..8×..\\/»«windows_file»«tail»
              «base»«1..8×..\\\\»«windows_file»
              2×«c¦C¦d¦D»:«\\¦/¦\\\\»«windows_file»«tail»
              \\«windows_file»
              «base»«1..6×.\\..\\»«windows_file»
              «base»«1..9×..%5c»«windows_file»
              «base»«1..9×..%255c»«windows_file»
              «base»«1..9×..%c1%9c»winnt/system32/cmd.exe?/c+dir+c:\\
              «base»«1..9×..%«c0%af¦c1%1c¦35c¦%35%63¦252f»»winnt/system32/cmd.exe«?/c+dir»
              %SYSTEMROOT%\\«win.ini¦system32\\drivers\\etc\\hosts»
            absolute ::=
              6×/«secret_file»«tail»
              «///¦////¦/./¦/.//¦\\¦/¦//»«secret_file»«tail»
              3×file://«/¦localhost/¦127.0.0.1/¦»«secret_file»
              file:///«c:/«word»/¦c:/windows/win.ini¦c|/boot.ini¦C:/inetpub/wwwroot/web.config»
              2×«c¦C»:«\\¦/»«windows_file»«tail»
              %2f«secret_file»
              /%2e/«secret_file»
              file:«secret_file»
              /«proc/self/cwd¦proc/self/root¦dev/fd/«0..9»¦dev/shm¦var/lib/«word»»/««secret_file»¦«word».«conf¦py¦js»»
              ~«root¦«word»»/.«ssh/id_rsa¦bash_history¦profile»
            slash ::=
              3×%2f
              2×%5c
              %252f
              %255c
              %c0%af
              %c1%9c
              %e0%80%af
              %u2215
              %u2216
              %uEFC8
              %%32%66
              %25%32%66
              /
              \\
              %2F
              %c0%2f
              %f0%80%80%af
              0x2f
              0x5c
              ∕
              ／
            point ::=
              4×%2e
              %252e
              %c0%ae
              %c0%2e
              %e0%40%ae
              %e0%80%ae
              %uff0e
              %u002e
              %%32%65
              %25%32%65
              .
              %2E
              0x2e
              %f0%80%80%ae
              ．
              %c0%5e
            encoded ::=
              10×«base»«p!=point»«s!=slash»«1..10×«=p»«=p»«=s»»«encoded_file»«tail»
              2×«base»«p!=point»«s!=slash»«1..10×.«=p»«=s»»«encoded_file»«tail»
              3×«base»«s!=slash»«1..10×..«=s»»«encoded_file»«tail»
              2×«base»«1..9×«point»«point»«slash»»«encoded_file»
              «base»«1..9×..%00/»«secret_file»
              «base»«1..9×.%00./»«secret_file»
              «base»«1..9×..%0«0..9»/»«secret_file»
              «base»«1..9×..%01/»«secret_file»
              «@percent «2..6×../»«secret_file»»
            encoded_file ::=
              3×«secret_file»
              2×etc«=s»«passwd¦shadow¦hosts¦group¦issue¦hostname»
              windows«=s»win.ini
              boot.ini
              boot%2eini
              %65%74%63%2f%70%61%73%73%77%64
              etc%2fpasswd
              WEB-INF«=s»web.xml
              «=s»etc«=s»passwd
              proc«=s»self«=s»environ
              %45tc/%70asswd
            filtered ::=
              4×«base»«f!=evasion»«1..10×«=f»»«secret_file»«tail»
              «base»«f!=evasion»«1..8×«=f»»«windows_file»«tail»
              «base»«2..8×«evasion»»«secret_file»
              «base»«f!=evasion»«1..6×«=f»»«app_file»«tail»
            evasion ::=
              3×....//
              2×..././
              2×..;/
              ....\\/
              ....\\\\
              ...\\.\\
              .../
              ...//
              ..//
              ..\\./
              /..;/
              ..;a=b/
              ..;«letters 1..4»/
              ../;/
              .;/../
              «sp»../
              ..%20/
              ..«sp»/
              ..././/
              ./../
              ..|/
              ..«nul»/
              %2e./
              .%2e/
              ..%23/
              ..?/
              ......///
              ..~/
            app_file ::=
              3×WEB-INF/«web.xml¦classes/application.«properties¦yml»¦applicationContext.xml¦struts-config.xml¦lib/«word».jar»
              META-INF/«MANIFEST.MF¦context.xml¦maven/pom.properties»
              3×.«env¦env.«local¦prod¦bak¦example»¦git/config¦git/HEAD¦git/index¦git/logs/HEAD¦svn/entries¦svn/wc.db»
              .«htaccess¦htpasswd¦DS_Store¦npmrc¦dockerenv¦ssh/id_rsa¦aws/credentials¦vscode/sftp.json¦idea/workspace.xml»
              «wp-config.php¦configuration.php¦config.php¦config.inc.php¦settings.py¦local_settings.py»«¦.bak¦~¦.old¦.swp¦.save»
              «web.config¦appsettings.json¦appsettings.«Production¦Development».json¦global.asax¦connectionstrings.config»
              «config/«database.yml¦secrets.yml¦master.key¦app.php»¦app/config/parameters.yml¦application.«yml¦properties»»
              «package.json¦composer.json¦Gemfile.lock¦Dockerfile¦docker-compose.yml¦server.js¦app.py¦main.go¦web.xml»
              «backup¦dump¦db¦«word»».«sql¦tar.gz¦zip¦bak¦sqlite»
              «actuator/«env¦heapdump¦mappings»¦server-status¦phpinfo.php¦storage/logs/laravel.log¦error_log¦debug.log»
            app ::=
              4×/«?«word»/»«app_file»
              «base»«1..5×../»«app_file»«tail»
              «app_file»
              «base»«..;/¦.//¦;/¦%2e/¦//»«app_file»
              /%«57¦77»EB-INF/web.xml
              /«word»/..;/«manager/html¦actuator/env¦admin¦WEB-INF/web.xml»
              /«word»;«name»=«name»/..;/«app_file»
            share ::=
              3×\\\\«server»\\«c$¦admin$¦share¦«name»»\\«name».«txt¦exe¦dll¦php¦ico»
              \\\\?\\«c¦C»:\\«windows_file»
              \\\\.\\«c:\\«windows_file»¦globalroot\\device\\harddiskvolumeshadowcopy«1..9»\\windows\\system32\\config\\SAM»
              \\\\localhost\\c$\\«windows_file»
              \\\\?\\UNC\\«server»\\«name»\\«name»
              //«server»/«c$¦«name»»/«windows_file»
              file:////«server»/«name»/«name».txt
              smb://«server»/«name»/«name»
              «word».«asp¦php¦aspx¦jsp»::$«DATA¦INDEX_ALLOCATION»
              «c¦C»:\\«PROGRA~1¦DOCUME~1¦INETPU~1»\\«LETTERS 4..6»~1\\«LETTERS 3..6».«INI¦CFG¦XML»
              \\\\127.0.0.1@«80¦8080¦SSL@443»\\davwwwroot\\«name»
              «con¦aux¦nul¦prn¦com«1..4»¦lpt1»«?.txt»/../«word»
            """);

    static final List<AttackFamily> FAMILIES = Stream.of(
                    List.of(
                            family("traversal_dots", "dots"),
                            family("traversal_windows", "windows"),
                            family("traversal_absolute", "absolute"),
                            family("traversal_encoded", "encoded"),
                            family("traversal_filtered", "filtered"),
                            family("traversal_application", "app"),
                            family("traversal_share", "share").reservedForSimulation()),
                    FileInclusion.FAMILIES)
            .flatMap(List::stream)
            .toList();

    private PathTraversal() {}

    private static AttackFamily family(String name, String rule) {
        return AttackFamily.of(name, ThreatType.PATH_TRAVERSAL, GRAMMAR.from(rule))
                .in(
                        Placement.QUERY,
                        Placement.QUERY,
                        Placement.QUERY,
                        Placement.RAW_PATH,
                        Placement.RAW_PATH,
                        Placement.PATH,
                        Placement.QUERY_ALONE,
                        Placement.FORM,
                        Placement.JSON,
                        Placement.COOKIE,
                        Placement.FILENAME,
                        Placement.HEADER);
    }
}
