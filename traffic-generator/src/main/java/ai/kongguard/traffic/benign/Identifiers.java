package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.Pick;
import java.util.SplittableRandom;

/** Keys, numbers, codes and file names by which things are called. */
final class Identifiers {

    private static final Grammar GRAMMAR = Notations.GRAMMAR
            .extend()
            .lines(
                    "id",
                    """
                    ‹#1-9›
                    ‹#1-999›
                    ‹#1000-9999999›
                    ‹hex:8›-‹hex:4›-4‹hex:3›-9‹hex:3›-‹hex:12›
                    01‹UP:24›
                    ‹hex:24›
                    ‹b64:11›
                    ‹b64:21›
                    ‹cus|ord|inv|pi|evt|usr›_‹b64:14›
                    ‹UP:3›-‹#1-9999›
                    ‹!word›-‹d:4›
                    #‹#1-9999›
                    ‹UP:2›‹d:6›
                    ‹d:4›-‹d:4›-‹d:4›
                    ‹d:13›
                    978-‹#0-9›-‹d:4›-‹d:4›-‹#0-9›
                    DE‹d:20›
                    10.‹d:4›/‹word›.20‹#10-30›.‹d:5›
                    ‹d:5›_‹d:3›
                    -1
                    0
                    ‹#1-99›,‹#100-199›,‹#200-999›
                    ‹#1-99›;‹#100-199›
                    ‹#1-99›-‹#100-199›
                    gid://‹word›/‹pascal›/‹#1-9999›
                    ‹word›:‹#1-9999›
                    ‹word›/‹word›
                    ‹hex:2›.‹hex:2›.‹hex:2›
                    ‹UP:3›/20‹#10-39›/‹#1-999›
                    ‹UP:1›-‹UP:2› ‹#1-9999›
                    """)
            .lines(
                    "slug",
                    """
                    ‹kebab›
                    ‹adjective›-‹thing›
                    ‹adjective›-‹thing›-‹#1-99›
                    ‹verb›-‹thing›-and-‹verb›-‹thing›
                    how-to-‹verb›-‹thing›s-from-‹place›s
                    ‹thing›_‹thing›
                    20‹#10-39›-‹idea›-‹people›s
                    select-‹thing›s
                    union-‹place›
                    """)
            .lines(
                    "name",
                    """
                    ‹camel›
                    ‹snake›
                    ‹pascal›
                    ‹upper_snake›
                    ‹word›.‹word›.‹camel›
                    ‹word›:‹word›:‹kebab›
                    ‹word›[‹word›]
                    ‹word›[]
                    com.example.‹word›.‹pascal›
                    @‹word›/‹kebab›
                    ‹word›__‹word›
                    $‹camel›
                    _‹snake›
                    ‹kebab›--‹word›
                    ‹lang›
                    ‹word›+‹word›
                    """)
            .lines(
                    "file",
                    """
                    ‹thing›.‹ext›
                    ‹adjective›-‹thing›-‹#1-99›.‹ext›
                    ‹^thing› (‹#1-9›).‹ext›
                    ‹^adjective› ‹^thing› - final ‹v|V›‹#2-9›.‹ext›
                    ‹first›'s ‹thing›.‹ext›
                    IMG_20‹#10-39›0‹#1-9›‹#10-28›_‹d:6›.jpg
                    Bildschirmfoto 20‹#10-39›-01-‹#10-28› um 1‹#0-9›.‹#10-59›.‹#10-59›.png
                    ‹word›_‹date›.csv
                    ‹kebab›.min.js
                    ‹kebab›.‹hex:8›.chunk.css
                    ‹pascal›.java
                    résumé_‹last›.pdf
                    ‹thing› & ‹thing›.docx
                    [‹brand›] ‹^thing› #‹#1-9›.zip
                    写真‹#1-99›.jpg
                    отчёт_20‹#10-39›.xlsx
                    ‹thing›;‹word›.txt
                    ‹thing›,‹thing›+‹thing›.pdf
                    .‹word›rc
                    ‹kebab›-‹version›.tar.gz
                    README
                    ‹word›~
                    "‹thing›".txt
                    100% ‹thing›.pdf
                    """)
            .lines(
                    "any",
                    """
                    ‹id›
                    ‹id›
                    ‹id›
                    ‹id›
                    ‹slug›
                    ‹slug›
                    ‹name›
                    ‹name›
                    ‹file›
                    ‹file›
                    ‹path›
                    ‹lang›
                    ‹en|de|fr|es|pt-BR|zh-Hant|sr-Latn-RS|*›
                    ‹asc|desc|true|false|on|off|null|none|all|0|1|yes|json|html|xml›
                    """)
            .checked();

    private Identifiers() {}

    static String value(SplittableRandom r) {
        return GRAMMAR.draw(r, "any");
    }

    static String id(SplittableRandom r) {
        return Pick.chance(r, 0.5) ? Integer.toString(Pick.number(r, 1, 100_000)) : GRAMMAR.draw(r, "id");
    }

    static String slug(SplittableRandom r) {
        return GRAMMAR.draw(r, "slug");
    }

    static String file(SplittableRandom r) {
        return GRAMMAR.draw(r, "file");
    }
}
