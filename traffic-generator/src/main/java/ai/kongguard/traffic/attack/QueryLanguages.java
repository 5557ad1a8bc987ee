package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Two other languages that values end up in: directory filters, and the lines of a header. */
final class QueryLanguages {

    private static final Grammar GRAMMAR = Vocabulary.GRAMMAR.extend(
            """
            attribute ::=
              uid
              cn
              userPassword
              password
              objectClass
              objectclass
              mail
              sn
              givenName
              sAMAccountName
              memberOf
              userPrincipalName
              telephoneNumber
              description
              homeDirectory
              employeeNumber
              distinguishedName
              ou
              «letters 2..8»
            match ::=
              4×*
              3×«alnum 1..3»*
              2×«word»
              *«letters 1..3»*
              «letters 1..1»
              >=«0..9»
              void
              *)(«attribute»=*
            part ::=
              («attribute»=«match»)
            start ::=
              4×«»
              3×«user»
              2×*
              «word»
              x
              «alnum 1..3»
            nil ::=
              6×«»
              «nul»
              %00
              )%00
              ))%00
              #
            ldap ::=
              5×«start»)«part»«0..2×«part»»(«?|(»«attribute»=«match»«nil»
              4×«start»)«1..3×«part»»«nil»
              2×«start»*)(«|¦&¦!»«part»«0..2×«part»»«?)»«nil»
              2×«start»)(«&¦|»)«?)»«nil»
              2×«start»)(«&¦|¦!»(«attribute»=«match»«0..2×)»«nil»
              2×«start»*))(|«part»«nil»
              «start»)(!(«&¦|»(«attribute»=«match»
              «start»*)«attribute»=*))(|(«attribute»=*
              («?(»«&¦|»«part»«part»«?)»«?)»
              *(|(«attribute»=«match»))
              «start»*)(|(&
              «start»))(|(«attribute»=«match»
              «start»)«part»)(&(«letters 1..4»=«letters 1..4»
              *)«nil»
              «start»\\2a\\29\\28«attribute»=\\2a
              «start»%29%28«attribute»%3d%2a
              «attribute»=*)(«attribute»=«match»))(|(«attribute»=«match»
              «start»)(|(«attribute»~=«match»)
              !(«attribute»=«match»)
              «1..4×*¦(¦)¦&¦|»«start»«1..4×*¦(¦)¦|»
              «start»)(«attribute»:«1.2.840.113556.1.4.«803..804»¦caseExactMatch»:=«0..999»
              «start»,ou=«word»)(«attribute»=*
            entry ::=
              3×«user»,«ou¦dc¦o»=«word»«0..2×,dc=«letters 2..6»»«?)(«attribute»=*»
              2×«user»\\,«ou¦cn»=«word»,«attribute»=*
              «cn¦uid»=«user»+«attribute»=«match»
              «user»«1..2×\\«hex 2..2»»«letters 0..3»
              «user»"«,¦;¦+»«attribute»="«match»
              «word»,cn=«user»,dc=«letters 2..6»))(&(«attribute»=*
              2×ldap://«server»/«o¦dc¦cn»=«word»??«one¦sub¦base»?(«attribute»=*)
              «user»)(«attribute»=*))%00
              «user»\\00«?)(«attribute»=*»
              #«hex 4..12»,«ou¦dc»=«word»
              «attribute»;«lang-en¦binary»=«match»)(«attribute»=*
              «user»)(|(objectclass=«person¦user¦group¦computer¦«wild»»)
            break ::=
              6×«cr»«nl»
              3×«nl»
              2×%0d%0a
              %0a
              %0D%0A
              «cr»
              \\r\\n
              %250d%250a
              %25%30%64%25%30%61
              %0d%09%0a
              %23%0d%0a
              %3f%0d%0a
              %u000d%u000a
              \\u000d\\u000a
              «cr»«nl»«sp»
              «cr»«nl»«tab»
            lead ::=
              4×«value»
              2×/«word»
              2×«»
              «url»
              «host»
              /
              «word»?«name»=
              /%2f%2e%2e
            header_line ::=
              4×Set-Cookie:«?«sp»»«name»=«alnum 3..12»«?; «Path=/¦HttpOnly¦Domain=«host»¦Max-Age=«1..9999»»»
              3×Location:«?«sp»»«url»
              2×X-«@upper «letters 1..1»»«letters 2..9»:«?«sp»»«alnum 2..12»
              «letters 3..9»:«?«sp»»«letters 2..9»
              Content-Type:«?«sp»»text/«html¦plain»«?; charset=«utf-7¦ISO-2022-JP»»
              Content-Length:«?«sp»»«0..99»
              X-XSS-Protection:«?«sp»»0
              «X-Forwarded-«For¦Host»¦Host¦Referer¦Origin¦Refresh»:«?«sp»»«server»
              Access-Control-Allow-«Origin: *¦Credentials: true»
              «Bcc¦Cc¦To¦Subject¦From»:«?«sp»»«word»@«host»
              Transfer-Encoding:«?«sp»»chunked
              Link:«?«sp»»<«url»>;rel=preload
            splitting ::=
              8×«lead»«b!=break»«=b»«header_line»
              3×«lead»«b!=break»«=b»«header_line»«1..3×«=b»«header_line»»
              3×«lead»«b!=break»«=b»«=b»«<script>alert(«0..99»)</script>¦<h1>«word»</h1>¦<svg onload=alert(«0..9»)>¦«word»»
              2×«lead»«b!=break»«=b»Content-Length:0«=b»«=b»HTTP/1.1 200 OK«=b»Content-Type: text/html«=b»Content-Length: «1..99»«=b»«=b»<html>«word»</html>
              «lead»«b!=break»«=b»Content-Type: text/html«=b»«=b»<«script>alert(«0..99»)</script¦h1>«word»</h1»>
              «lead»«b!=break»«=b»«=b»GET /«word» HTTP/1.1«=b»Host: «host»
              «lead»«b!=break»«=b»X-XSS-Protection:0«=b»«=b»<img src=x onerror=alert(«0..9»)>
            log_line ::=
              3×«lead»«b!=break»«=b»«2..2»0«20..29»-0«1..9»-«10..28» «10..23»:«10..59»:«10..59» «INFO¦WARN¦ERROR» «user» logged in «successfully¦from «ip»»
              «lead»«b!=break»«=b»[«INFO¦ERROR¦DEBUG»] «word» «word» «value»
              «lead»«b!=break»«=b»«ip» - «user» [«10..28»/«Jan¦Feb¦May¦Oct»/20«20..29»:00:00:00 +0000] "GET /«word»" 200
              «lead»«b!=break»«=b»«SET¦GET¦DEL¦FLUSHALL¦QUIT¦CONFIG SET dir /tmp» «name»«=b»
              «word»@«host»«b!=break»«=b»«Bcc¦Cc¦To»: «word»@«host»
              «lead»«b!=break»«=b».«=b»«MAIL FROM¦RCPT TO»:<«word»@«host»>
            wide ::=
              4×«lead»«b!=wide_break»«=b»«header_line»«?«=b»«header_line»»
              2×«lead»«b!=wide_break»«=b»«=b»«<svg onload=alert(«0..9»)>¦%E5%98%BCsvg/onload=alert(«0..9»)%E5%98%BE»
              «lead»«b!=wide_break»«=b»Content-Type: text/html«=b»«=b»<h1>«word»</h1>
            wide_break ::=
              3×%E5%98%8D%E5%98%8A
              3×嘍嘊
              嘊嘍
              %E5%98%8A%E5%98%8D
              %E5%98%8A
              \\u560d\\u560a
              %u560d%u560a
              %c4%8d%c4%8a
              čĊ
              %E2%80%A8
              %c2%85
            """);

    static final List<AttackFamily> FAMILIES = List.of(
            AttackFamily.of("ldap_filter", ThreatType.LDAP_INJECTION, GRAMMAR.from("ldap"))
                    .in(
                            Placement.QUERY,
                            Placement.QUERY,
                            Placement.FORM,
                            Placement.FORM,
                            Placement.JSON,
                            Placement.PATH,
                            Placement.COOKIE,
                            Placement.XML_LEAF,
                            Placement.GRAPHQL),
            AttackFamily.of("ldap_name", ThreatType.LDAP_INJECTION, GRAMMAR.from("entry"))
                    .in(Placement.QUERY, Placement.FORM, Placement.FORM, Placement.JSON, Placement.COOKIE),
            splitting("header_splitting", "splitting"),
            splitting("line_forging", "log_line"),
            splitting("header_splitting_wide", "wide").reservedForSimulation());

    private QueryLanguages() {}

    private static AttackFamily splitting(String name, String rule) {
        return AttackFamily.of(name, ThreatType.CRLF_INJECTION, GRAMMAR.from(rule))
                .in(
                        Placement.QUERY,
                        Placement.QUERY,
                        Placement.QUERY,
                        Placement.QUERY_ALONE,
                        Placement.PATH,
                        Placement.RAW_PATH,
                        Placement.FORM,
                        Placement.JSON,
                        Placement.COOKIE,
                        Placement.HEADER);
    }
}
