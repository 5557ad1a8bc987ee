package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Commands so short that only the separator before or after them gives them away. */
final class CommandFragments {

    private static final Grammar GRAMMAR = CommandInjection.WORDS.extend(
            """
            page ::=
              «word».«html¦htm¦txt¦php¦cgi¦pl¦jpg¦pdf»
              «letters 1..6».«html¦htm¦txt¦cgi»
            near ::=
              3×«letters 1..4»
              3×«page»
              2×«1..9999»
              2×«word»
              «given»
              =
            unset ::=
              $u
              $«letters 1..2»
              $@
              $*
              ${«letters 1..3»}
            bare ::=
              4×«id¦ls¦env¦set¦ps¦w¦who¦whoami¦uname¦pwd¦dir¦ver¦date¦hostname¦uptime¦printenv¦df¦mount¦history»
              2×«read¦help¦get-help¦ifconfig¦ipconfig¦netstat¦route¦arp¦vol¦tasklist¦systeminfo¦reboot¦halt¦exit¦jobs¦last»
              «cat¦more¦less¦type» «page»
              «ls¦dir¦cat¦df¦ps¦uname» -«letters 1..2»
              «get¦Get¦start¦stop»-«process¦help¦location¦host¦date¦service¦childitem¦computerinfo»
              «busybox telnetd¦telnetd -l /bin/sh -p «port»¦busybox «nc¦wget¦tftp¦id¦ls¦cat /«secret_file»»»
              echo «alnum 2..7»
              «which¦man¦file¦stat¦test» «name»
            wait ::=
              3×«sleep¦/bin/sleep¦/usr/bin/sleep»« ¦ ¦«unset» ¦%20¦+» «1..40»
              2×ping -«n¦c¦i» «2..40» «127.0.0.1¦localhost¦0¦::1»
              start-sleep -«s¦Seconds¦m¦milliseconds» «1..30»«?00»
              timeout /«T¦t» «1..40»«? /nobreak»
              sleep«unset» «1..40»
              «choice /t¦waitfor /t» «1..30»«? /d y»
            joint ::=
              5×;
              5×|
              4×&
              3×«nl»
              &&
              ||
              «cr»«nl»
              |«sp»
              ;«sp»
              `
            short ::=
              4×«near»«j:=joint»«bare»«=j»
              4×«near»«joint»«bare»
              3×«j:=joint»«bare»«?«=j»»
              2×«bare»«joint»«?«near»»
              2×«near»«joint»«bare»«joint»«near»
              2×«near»«close»«joint»«bare»«finish»
              «page»«joint»«bare»«joint»
              «near»«j:=joint»«bare»«=j»«bare»«=j»
              «near»«sp»«joint»«sp»«bare»
            pause ::=
              4×«near»«j:=joint»«wait»«=j»
              3×«near»«joint»«wait»
              3×«?«near»»«q:='¦"»«j:=joint»«wait»«=j»«?«=q»»
              2×«near»|«wait»«?|«near»»
              «wait»«joint»«near»
              «near»«j:=joint»«wait»«=j»«near»
            empty_word ::=
              3×«?«near»»«q:='¦"¦»«j:=&¦;¦|»cat«u:=unset» /«=u»etc«=u»/«=u»«passwd¦group¦hosts¦shadow¦issue»«=u»«=j»«=q»
              2×«?«near»»«q:='¦"¦»«j:=&¦;¦|»«id¦ls¦uname¦whoami¦env¦ps»«u:=unset»«=j»«=q»
              «?«near»»«j:=&¦;¦|»«c¦l¦h¦t»«u:=unset»«at¦s¦ead¦ail»«=u» /«secret_file»«=u»«=j»
              «?«near»»«q:='¦"»«j:=&¦;¦|»sleep«unset» «2..30»«=j»«=q»
            """);

    static final List<AttackFamily> FAMILIES = List.of(
            CommandInjection.family(GRAMMAR, "command_bare", "short"),
            CommandInjection.family(GRAMMAR, "command_pause", "pause"),
            CommandInjection.family(GRAMMAR, "command_empty_word", "empty_word"));

    private CommandFragments() {}
}
