package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.Pick;
import java.util.SplittableRandom;

/** Pieces of programs in several languages: a line, a function, a file. */
final class SourceCode {

    /** Expressions and comments that most languages share. */
    static final Grammar GRAMMAR = TechnicalProse.GRAMMAR
            .extend()
            .lines(
                    "str",
                    """
                    ‹"word›
                    ‹"kebab›
                    ‹"plain›
                    ‹"tclause›
                    ‹"unixPath›
                    ‹"regex›
                    ‹"version›
                    ""
                    "%s: %d\\n"
                    "‹word›: "
                    "https://‹domain›/‹kebab›?‹word›="
                    "<‹b|i|li|td|div›>"
                    "</‹b|i|li|td|div›>"
                    '‹word›'
                    '‹#0-9›'
                    '\\n'
                    """)
            .lines(
                    "atom",
                    """
                    ‹camel›
                    ‹camel›
                    ‹snake›
                    ‹#0-999›
                    ‹str›
                    ‹camel›.‹camel›
                    ‹camel›[‹#0-9›]
                    0x‹hex:2›
                    -1
                    """)
            .lines(
                    "expr",
                    """
                    ‹atom›
                    ‹atom›
                    ‹camel›(‹atom›)
                    ‹camel›.‹camel›(‹atom›, ‹atom›)
                    ‹camel›.‹camel›().‹camel›(‹atom›)
                    ‹atom› ‹+|-|*|/|%|&|<<|^› ‹atom›
                    (‹atom› + ‹#1-9›) * ‹atom›
                    ‹camel›[‹camel›] ‹+|-|*› ‹atom›
                    !‹camel›
                    """)
            .lines(
                    "test",
                    """
                    ‹expr› ‹==|!=|<|>|<=|>=|===› ‹atom›
                    ‹atom› ‹==|!=|<|>|<=|>=› ‹atom› ‹&&|or|and› ‹expr›
                    ‹camel› == null || ‹camel›.‹camel›()
                    !‹camel›.‹camel›(‹atom›)
                    ‹camel› && !‹camel›
                    """)
            .lines(
                    "cLine",
                    """
                    if (‹test›) {
                    } else if (‹test›) {
                    if (‹test›) return ‹expr›;
                    return ‹expr›;
                    return ‹test› ? ‹expr› : ‹expr›;
                    ‹camel› = ‹expr›;
                    ‹camel› += ‹expr›;
                    ‹camel›.‹camel›(‹expr›, ‹expr›);
                    ‹camel›(‹expr›);
                    for (int i = 0; i < ‹camel›; i++) {
                    while (‹test›) {
                    switch (‹camel›) { case ‹#0-9›: break; default: ‹camel›(); }
                    // ‹tclause›
                    /* ‹tclause› */
                    // TODO(‹login›): ‹verb› ‹thingy›
                    ‹camel›[i] = ‹expr›; // ‹word›
                    throw new ‹pascal›(‹str›);
                    })();
                    });
                    """)
            .checked();

    private SourceCode() {}

    /** A whole file or some lines of one, or one line. */
    static String value(SplittableRandom r) {
        return switch (r.nextInt(12)) {
            case 0, 1 -> SqlCode.value(r);
            case 2 -> Shell.value(r);
            case 3 -> Pick.chance(r, 0.5) ? Shell.value(r) : TemplateText.value(r);
            case 4 -> line(r);
            case 5 -> Pick.chance(r, 0.3) ? longText(r) : page(r);
            default -> Texture.excerpt(r, document(r));
        };
    }

    /** One line. */
    static String line(SplittableRandom r) {
        return Either.of(r, () -> JvmAndScriptCode.line(r), () -> SystemsCode.line(r), () -> GRAMMAR.draw(r, "cLine"));
    }

    /** A function, a class or a small file. */
    static String document(SplittableRandom r) {
        return Either.of(
                r,
                () -> JvmAndScriptCode.document(r),
                () -> JvmAndScriptCode.document(r),
                () -> SystemsCode.document(r),
                () -> SystemsCode.document(r),
                () -> RareCode.document(r));
    }

    private static String page(SplittableRandom r) {
        return Pick.chance(r, 0.1) ? WebPages.scripted(r) : WebPages.value(r);
    }

    private static String longText(SplittableRandom r) {
        StringBuilder text = new StringBuilder();
        boolean scripts = Pick.chance(r, 0.55);
        for (int i = Pick.number(r, 3, 12); i > 0; i--) {
            text.append(scripts ? JvmAndScriptCode.document(r) : SystemsCode.document(r))
                    .append("\n\n");
        }
        return text.toString();
    }
}
