package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.Pick;
import java.util.SplittableRandom;

/** What people who build software write about it: commits, issues, manuals, changelogs. */
final class TechnicalProse {

    static final Grammar GRAMMAR = Notations.GRAMMAR
            .extend()
            .lines(
                    "thingy",
                    """
                    the ‹tech› ‹tech›
                    the ‹adjective› ‹tech›
                    `‹camel›`
                    `‹symbol›`
                    ‹symbol›
                    `‹option›`
                    ‹path›
                    `‹path›`
                    ‹env›
                    ‹tool›'s ‹tech›
                    the `‹component›` module
                    "‹word›"
                    '‹word›'
                    the ‹lang› ‹tech›
                    ‹pascal›
                    <‹pascal›>
                    """)
            .lines(
                    "tclause",
                    """
                    ‹thingy› ‹doesn't|does not|no longer|should|must|can't|cannot|may› ‹verb› ‹thingy›
                    ‹thingy› is ‹null|NULL|None|undefined|empty|false|-1|'nil'›
                    ‹thingy› ‹throws|returns|logs|expects|ignores› ‹thingy›
                    ‹thingy› == ‹thingy›
                    ‹thingy› was ‹past› by ‹thingy›
                    we ‹verb› ‹thingy› before ‹thingy›
                    ‹tech›s and ‹tech›s are ‹past› ‹adverb›
                    the user ‹can|can't› ‹verb› ‹thingy›
                    it ‹works|fails|hangs|crashes› with ‹versionRange›
                    """)
            .lines(
                    "doc",
                    """
                    ‹^tclause›.
                    ‹^tclause›; see ‹path›.
                    If ‹tclause›, ‹tclause›.
                    Use ‹thingy› to ‹verb› ‹thingy› (since ‹version›).
                    Set ‹env› to "‹word›" and ‹verb› ‹path›.
                    Run `‹tool› ‹option› ‹path›` and then `‹tool› ‹option›` again.
                    Run ‹tool› ‹option› ‹option› | ‹tool› ‹option› to ‹verb› ‹thingy›.
                    Add ‹thingy› to ‹path› && restart ‹tool›.
                    The regular expression ‹regex› matches ‹thingy›, not ‹thingy›.
                    Requires ‹lang› ‹versionRange› and ‹tool› ‹versionRange›.
                    Scheduled with "‹cron›"; files match ‹glob›.
                    A `SELECT` without `WHERE` returns every row of the `‹snake›` table.
                    `INSERT INTO ‹snake›` fails when ‹snake› IS NULL or ‹snake› = ''.
                    UNION ALL keeps duplicates whereas UNION removes them; ORDER BY applies to both.
                    DROP TABLE IF EXISTS is safe to repeat, but DELETE FROM ‹snake› is slow without an index on ‹snake›.
                    In SQL, 'It''s' is a string with one quote; `--` begins a comment, /* so does this */.
                    Use parameters (?, :‹snake›, $1) rather than ‹"word› + ‹snake› in SQL.
                    The JOIN on ‹snake›.id = ‹snake›.‹snake›_id AND ‹snake›.‹snake› > ‹#1-99› uses the ‹tech›.
                    The <div> and <span> tags need ‹thingy›; a <br/> or <img alt=""> doesn't.
                    An inline ‹script|script|`script`|`script`|&lt;script&gt;|<script>› tag is ‹blocked|refused|ignored|not run› by the Content-Security-Policy; move the code to ‹path›.
                    Escape < as &lt; and & as &amp; in ‹thingy›; "'" is &#39;.
                    The onclick handler of <button> calls ‹camel›(); onload comes too early.
                    Never use eval(), document.write or innerHTML for ‹thingy›.
                    ‹cat|less|head -20|tail -f|file› ‹path› shows ‹thingy›; ‹tool› ‹option› and ‹ls -la|ps aux|who|df -h|stat› tell the rest.
                    Pipe it: echo "$‹upper_snake›" > ‹path›; sleep ‹#1-9›; kill -9 $PID won't help.
                    Relative paths such as ../‹component›/‹kebab›.‹ext› are resolved against ‹path›.
                    The template writes {{ ‹snake› }} where Jinja expects {% if ‹snake› %}.
                    Point the webhook to http://localhost:‹#3000-9999›/‹component› while testing.
                    The DOCTYPE must come first; a declaration of an entity is refused by the parser.
                    ‹camel›(‹"word›, ‹#0-99›) // ‹tclause›
                    Type :wq or press Ctrl+C; then ‹verb› ‹thingy›.
                    chmod 644 ‹path› && chown root:root ‹path›, says ‹tool›.
                    HTTP ‹#200-599› means that ‹tclause›.
                    """)
            .lines(
                    "commit",
                    """
                    Fix #‹#1-9999›: don't crash when ‹tclause›; see ‹path›
                    ‹feat|fix|chore|docs|refactor|test|perf|ci›(‹component›): ‹verb› ‹thingy›
                    ‹feat|fix|chore|docs|refactor›(‹component›)!: ‹verb› ‹thingy›
                    ‹^verb› ‹thingy› when ‹tclause›
                    ‹component›: ‹verb› ‹thingy› (‹version›)
                    Revert "‹^verb› ‹thingy›"
                    Merge pull request #‹#1-9999› from ‹login›/‹component›-‹kebab›
                    Merge branch '‹component›' into '‹kebab›'
                    Bump ‹kebab› from ‹version› to ‹version›
                    build(deps): bump @‹word›/‹kebab› from ‹#0-9›.‹#0-9›.‹#0-9› to ‹#0-9›.‹#0-9›.‹#0-9› in /‹component›
                    WIP: ‹tclause›
                    s/‹word›/‹word›/ in ‹path›
                    """)
            .lines(
                    "issue",
                    """
                    ‹^tclause›
                    [Bug]: ‹tclause›
                    [‹!component›-‹#1-999›] ‹thingy› vs ‹thingy›
                    ‹pascal›: ‹tclause›
                    "‹tclause›" when ‹tclause›
                    How to ‹verb› ‹thingy› in ‹lang›?
                    ‹lang› ‹version›: ‹tclause›
                    RFC: ‹verb› ‹thingy› & ‹thingy›
                    Segfault in ‹symbol› after ‹option›
                    ‹tool› ‹option› ‹path›: ‹tclause›
                    Support `‹symbol›` in ‹thingy› (like ‹tool›)
                    TypeError: ‹camel› is not a function (at ‹path›:‹#1-999›)
                    """)
            .repeat("docs", "doc", 1, 5, " ")
            .blocks(
                    "message",
                    """
                    ‹commit›

                    ‹docs›

                    Closes #‹#1-9999›
                    Signed-off-by: ‹first› ‹last› <‹login›@‹domain›>
                    ====
                    ‹commit›

                    - ‹doc›
                    - ‹verb› ‹thingy›
                    - ‹verb› ‹thingy›; ‹tclause›

                    Co-authored-by: ‹person› <‹login›@‹domain›>
                    ====
                    ### Environment
                    - OS: ‹Ubuntu 24.04|macOS 15|Windows 11 (x64)›
                    - ‹lang›: ‹version›
                    - ‹tool›: ‹versionRange›

                    ### Steps
                    1. ‹tool› ‹option› ‹path›
                    2. ‹doc›

                    ### Expected
                    ‹^tclause›
                    ====
                    ## [‹#0-9›.‹#0-9›.‹#0-9›] - 20‹#10-30›-0‹#1-9›-‹#10-28›
                    ### Added
                    - ‹^verb› ‹thingy› (#‹#1-999›, @‹login›)
                    ### Fixed
                    - ‹^tclause› ([#‹#1-999›](https://github.com/‹word›/‹kebab›/issues/‹#1-999›))
                    ====
                    ‹kebab› (‹#0-9›.‹#0-9›-‹#1-9›) unstable; urgency=‹low|medium›

                      * ‹^verb› ‹thingy›. (Closes: #‹d:6›)
                      * ‹^tclause›.

                     -- ‹first› ‹last› <‹login›@‹domain›>  Fri, ‹#10-28› Nov 20‹#10-30› 10:‹#10-59›:00 +0100
                    ====
                    NAME
                           ‹tool› - ‹verb› ‹thingy›

                    SYNOPSIS
                           ‹tool› [‹option›] [-‹abc:1› ‹!word›] ‹!word›... [-- <args>]

                    DESCRIPTION
                           ‹docs›
                    ====
                    LGTM, just a nit: ‹tclause›. `‹symbol›` -> `‹symbol›`?
                    ====
                    > ‹doc›

                    ‹^adverb›. ‹docs›
                    ====
                    @param ‹camel› ‹thingy›; never null
                    @return ‹thingy›, or {@code null} if ‹tclause›
                    @throws ‹pascal› if ‹tclause›
                    @see ‹pascal›#‹camel›
                    """)
            .checked();

    private TechnicalProse() {}

    /** From a version range to a whole issue. */
    static String value(SplittableRandom r) {
        return switch (r.nextInt(19)) {
            case 0, 1, 2 -> Notations.value(r);
            case 3, 4 -> commit(r);
            case 5, 6 -> GRAMMAR.draw(r, "issue");
            case 7, 8, 9 -> GRAMMAR.draw(r, "doc");
            case 10 -> GRAMMAR.draw(r, "docs");
            case 16, 17, 18 -> Sessions.value(r);
            case 11, 12 -> GRAMMAR.draw(r, "message");
            case 13 -> Logs.value(r);
            case 14 -> Markdown.value(r);
            default -> Pick.chance(r, 0.25) ? longText(r) : Logs.value(r);
        };
    }

    static String commit(SplittableRandom r) {
        return GRAMMAR.draw(r, "commit");
    }

    static String draw(SplittableRandom r, String rule) {
        return GRAMMAR.draw(r, rule);
    }

    private static String longText(SplittableRandom r) {
        StringBuilder text = new StringBuilder();
        for (int i = Pick.number(r, 2, 7); i > 0; i--) {
            text.append("## ").append(GRAMMAR.draw(r, "issue")).append("\n\n");
            text.append(GRAMMAR.draw(r, "docs")).append("\n\n");
            text.append(Pick.chance(r, 0.5) ? GRAMMAR.draw(r, "message") : Markdown.value(r));
            text.append("\n\n");
        }
        return text.toString();
    }
}
