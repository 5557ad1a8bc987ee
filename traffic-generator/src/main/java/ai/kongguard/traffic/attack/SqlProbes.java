package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** What tools send first: does a quote break it, how many columns, which comments pass. */
final class SqlProbes {

    private static final Grammar GRAMMAR = SqlWords.GRAMMAR.extend(
            """
            sign ::=
              3×'
              3×"
              2×(
              2×)
              ,
              .
            opening ::=
              3×«word»
              2×«1..9999»
              -«1000..9999»
              «letters 2..6»
            closing ::=
              «'¦"¦»«1..4×)»
              '
              "
              )
              `
            syntax ::=
              5×«opening»«sign»«sign»«4..9×«sign»»
              2×«4..10×«sign»»«sign»«sign»
              «opening»«closing»«letters 4..8»
              «opening»'«letters 4..7»<'">«letters 4..7»
              «opening»«sign»«sign»«sign»«sign»«?--¦#¦;»
            column_count ::=
              3×«opening»«closing»«?+»«@mix order by»« ¦+» «1..99»«#¦--¦-- -¦/*¦--+»
              2×«opening»«closing»+«ORDER+BY¦GROUP+BY¦order+by»+«1..99»«#¦--+¦--¦+--+»
              «opening»«closing»+UNION+«?ALL+»SELECT+«NULL¦1»«1..9×,«NULL¦«2..9»»»«#¦--+»
              «opening»+«ORDER+BY¦HAVING»+«1..50»
              «opening»«closing»+«AND¦OR»+«x:=1..9999»=«=x»«#¦--+¦+--+¦»
            filler ::=
              «x:=#¦--¦-- »«alnum 1..9»«nl»
              #«?«letters 1..8»»«nl»
              --«letters 1..8»«nl»
              #«nl»
              %23«letters 1..9»%0A
            commented ::=
              3×-«1000..9999»«'¦"¦»«filler»UNION«filler»«?ALL«filler»»SELECT«filler»«NULL¦«1..9»»«0..9×,«filler»«NULL¦«1..9»»»«#¦--¦-- -»
              2×«opening»«closing»«filler»«AND¦OR¦and»«filler»«x:=1..9999»=«=x»«#¦-- -»
              «opening»«closing»«filler»ORDER«filler»BY«filler»«1..30»«#¦--»
              «opening»«closing»«filler»AND«filler»«SLEEP¦BENCHMARK»(«1..20»)«?«filler»»
              «opening»;«filler»SELECT«filler»«secret»«?«filler»FROM«filler»«table»»
            mysql_call ::=
              3×«@mix «make_set¦elt¦extractvalue¦updatexml¦nullif¦strcmp¦interval»»(«n:=1000..9999»=«m:=1000..9999»,«=m»)
              2×«@mix make_set»(«1000..9999»=«1000..9999»,«1000..9999»)
              2×«opening»«closing» «and¦or¦rlike¦AND» «@mix make_set¦elt»(«1000..9999»=«1000..9999»,«1000..9999»)«?#¦--»
              (select «@mix make_set¦elt»(«1000..9999»=«x:=1000..9999»,«=x»))
              «opening»*(«@mix elt¦make_set»(«1000..9999»«=¦>¦<»«1000..9999»,«1..99»))
            """);

    static final List<AttackFamily> FAMILIES = List.of(
            SqlInjection.family(GRAMMAR, "sql_syntax", "syntax"),
            SqlInjection.family(GRAMMAR, "sql_column_count", "column_count"),
            SqlInjection.family(GRAMMAR, "sql_line_comment", "commented"),
            SqlInjection.family(GRAMMAR, "sql_function", "mysql_call"));

    private SqlProbes() {}
}
