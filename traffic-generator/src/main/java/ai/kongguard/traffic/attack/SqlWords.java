package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.attack.grammar.Grammar;

/** What injected SQL is made of: ways out of a literal, ways to be rid of what follows, and what to ask for. */
final class SqlWords {

    static final Grammar GRAMMAR = Vocabulary.GRAMMAR.extend(
            """
            before ::=
              5×«1..9999»
              2×-«1..9999»
              2×«word»
              2×«»
              «letters 1..6»
              «alnum 3..8»
              «1..99».«1..9»
              «user»
              «word» «word»
              «letters 3..8»@example.com
              «hex 8..32»
            quote ::=
              8×'
              3×"
              3×«»
              3×')
              2×'))
              2×")
              2×)
              '))«1..2×)»
              "))
              ))
              %'
              %')
              %'))
              %"
              `
              `)
              ''
              '"
              \\'
              ']
              '}
              %bf'
              %00'
              %EF%BC%87
              ’
              ＇
              ʼ
            out ::=
              «before»«quote»
            end ::=
              6×-- -
              4×--
              3×-- «»
              3×#
              2×--+
              /*
              /* «letters 2..5»
              ;--
              ; --
              -- «letters 3..5»
              --«letters 4..4»
              #«letters 3..5»
              ;%00
              ;«nul»
              -- /*
              /**/
              %23
              --%20
              --+-
              --/**/-
              -- sp_password
              2×«sp»and '«x:=letters 2..4»'='«=x»
              «sp»and "«x:=letters 2..4»"="«=x»
              2×«sp»and ('«x:=letters 4..4»'='«=x»
              «sp»and (('«x:=letters 4..4»' like '«=x»
              2×«sp»and («x:=1000..9999»=«=x»
              «sp»and ((«x:=1000..9999»=«=x»
              «sp»and '%'='
              «sp»or '«x:=letters 1..3»'='«=x»
              4×«»
            n ::=
              «1..9»
              «10..9999»
            str ::=
              '«letters 1..5»'
              '«letters 4..4»'
              "«letters 1..4»"
              0x«@hex «letters 2..6»»
              «@charplus «letters 2..4»»
              «@chrpipe «letters 2..4»»
              char(«@codes «letters 2..5»»)
              N'«letters 2..5»'
              concat('«letters 1..3»','«letters 1..3»')
              '«letters 1..3»'||'«letters 1..3»'
              _utf8'«letters 2..3»'
              unhex('«@hex «letters 2..5»»')
              x'«@hex «letters 2..4»»'
            table ::=
              4×users
              2×information_schema.«tables¦columns¦schemata¦processlist»
              «user¦accounts¦members¦customers¦orders¦products¦admin¦admins¦tbl_users¦wp_users¦login¦clients¦payments»
              «mysql.user¦pg_catalog.pg_tables¦pg_user¦pg_shadow¦pg_database¦sqlite_master¦all_tables¦user_tables¦dual»
              «sysobjects¦syscolumns¦sys.tables¦master..sysdatabases¦sys.databases¦v$version¦all_users¦sysibm.sysdummy1»
              «letters 3..8»
              «letters 3..6»_«users¦data¦log¦items»
              `«letters 3..8»`
              [«letters 3..8»]
              «word».«users¦accounts¦orders»
            column ::=
              «password¦username¦user¦pass¦email¦login¦name¦id¦passwd¦pwd¦user_login¦user_pass¦credit_card¦token¦hash»
              «table_name¦column_name¦schema_name¦table_schema¦datname¦tbl_name¦sql¦usename¦banner¦version¦host»
              «letters 3..8»
              `«letters 3..7»`
            secret ::=
              2×«@@version¦version()¦user()¦database()¦current_user¦current_user()¦system_user¦@@hostname¦@@datadir»
              «session_user()¦schema()¦db_name()¦user_name()¦sqlite_version()¦current_database()¦@@servername¦pg_backend_pid()»
              2×«column»
              count(*)
              load_file(«'/«secret_file»'¦0x«@hex /«secret_file»»»)
              «concat¦concat_ws»(«0x«hex 2..2»¦':'¦char(58)»,«column»,«column»)
              group_concat(«?distinct »«column»«?,0x3a,«column»»«? separator ','»)
              «column»||«':'¦chr(58)»||«column»
              string_agg(«column»,',')
              «ifnull¦coalesce¦isnull»(cast(«column» as «char¦nchar¦varchar(4000)»),«0x20¦chr(32)¦' '»)
            where ::=
              2×«»
              where «column»=««str»¦«n»»
              where table_schema=«database()¦'«letters 3..6»'»
              where «n:=1..9»=«=n»
              where «column» like '«letters 1..3»%'
            one ::=
              limit 1
              limit «0..40»,1
              limit 1 offset «0..40»
              fetch first 1 rows only
              «»
            select ::=
              4×select «secret» from «table»«?«sp»«where»«sp»«one»»
              2×select «secret»
              select «column» from «table» «where» «one»
              select top 1 «column» from «table» «where»
              select «column» from (select «column» from «table»)«letters 1..2»
              select (elt(«x:=1000..9999»=«=x»,1))
              select (case when («x:=1000..9999»=«=x») then 1 else 0 end)
              select mid(«secret» from «1..9» for 1)
              select «column» from information_schema/**/.tables «one»
              select count(«*¦1¦distinct «column»») from «table»
              select/**/«column»/**/from/**/«table»
              select mid((ifnull(cast(«column» as nchar),0x20)),1,«20..60») from «table» «one»
              select table_name from information_schema.tables where table_schema=database() «one»
              select «column» from «table» where rownum=1
            mark ::=
              0x7e
              0x3a
              char(126)
              0x«hex 10..10»
              3×0x71«hex 6..6»71
              0x5c
              '~'
              chr(«33..126»)
            op ::=
              12×and
              12×or
              «xor¦||¦&&¦|¦&¦and not¦or not¦div¦having¦where¦aNd¦oR¦rlike¦or/**/¦and/**/»
            truth ::=
              5×«t:=1..9999»=«=t»
              2×«1..4999»=«5000..9999»
              «t:=letters 1..5»=«=t»
              '«t:=letters 1..5»'='«=t»'
              "«t:=letters 1..5»"="«=t»"
              («t:=1..9999»)=(«=t»)
              «1000..9999»«>¦<¦<>¦!=¦>=¦<=¦<=>»«1..999»
              «t:=1..99» like «=t»
              '«t:=letters 2..5»' like '«=t»'
              «5..40» between «1..5» and «40..90»
              «1..9» in («1..9»,«1..9»«?,«1..9»»)
              '«letters 1..1»' in ('«letters 1..1»')
              «column» is «?not »null
              «not ¦»exists(«select»)
              «1..99» is not null
              not «0..1»
              true
              «0..1»
              «1..9999» not between 0 and «1..9999»
              greatest(ascii(mid((«select»),«1..20»,1)),«33..126»)=«33..126»
              ascii(substring((«select»),«1..20»,1)) not between 0 and «33..126»
              left(lower(«secret»),1)='«letters 1..1»'
              ascii(substring((«select»),«1..20»,1))«>¦=¦<»«32..126»
              length(«secret»)«>¦=¦<»«1..40»
              (select count(*) from «table»)«>¦>=¦=»«0..9»
              «column» «rlike¦regexp¦like binary¦not like¦sounds like» '«^¦.*¦%¦»«letters 1..4»«%¦.¦»'
              «t:=1..99»<=>«=t»
              row(«1..9»,«1..9»)>row(«1..9»,«1..9»)
              «user()¦database()¦version()» like '«letters 1..3»%'
              «column»=«column»
              if(«t:=1..9»=«=t»,1,0)
              case when «t:=1..9»=«=t» then 1 else 0 end
              «t:=1..999»*«u:=1..9»=«=t»*«=u»
              strcmp('«letters 1..3»','«letters 1..3»')
            """);

    private SqlWords() {}
}
