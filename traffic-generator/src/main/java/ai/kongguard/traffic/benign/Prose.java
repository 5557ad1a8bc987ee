package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.Pick;
import java.util.SplittableRandom;

/** What people write to each other: a word, a sentence, a letter, a poem. */
final class Prose {

    private static final Grammar GRAMMAR = Letters.GRAMMAR
            .extend()
            .blocks(
                    "quote",
                    """
                    "‹^clause›; ‹clause›."
                    \t\t-- ‹person›
                    ====
                    ‹sentence›
                    \t\t-- ‹person›, "‹^adjective› ‹^thing›"
                    ====
                    ‹^people›'s law: ‹clause›. Corollary: ‹clause›.
                    ====
                    ‹^thing›, n.:
                    \t‹^np› that ‹past› ‹np›.
                    ====
                    Knock, knock!  Who's there?  ‹first›.  ‹first› who?
                    ====
                    You know you're ‹adjective› when ‹clause›.
                    ====
                    How many ‹people›s does it take to ‹verb› ‹np›?  ‹^amount›: one to ‹verb› it and ‹#2-99› to ‹verb›.
                    """)
            .blocks(
                    "poem",
                    """
                    O ‹adjective› ‹thing›, thou ‹adjective› ‹thing›,
                      'Twas thee I ‹past›, 'mid ‹idea› and ‹idea›;
                    The ‹place› o'er which the ‹people›s ‹past›
                      Lies ‹adverb›, ‹adverb› -- and ‹adjective›.
                    ====
                    ‹adjective› ‹thing›
                    ‹clause›
                    ‹adverb›, ‹adverb›
                    ====
                    Roses are ‹adjective›, violets are ‹adjective›,
                    ‹^clause›,
                    (oh, ‹clause›)
                    and so are you / and so are you.
                    ====
                    [Verse ‹#1-3›]
                    I ‹past› my ‹thing› in ‹city›, ooh-ooh
                    Ain't no ‹thing› like a ‹adjective› ‹thing› (no, no)
                    [Chorus x‹#2-4›]
                    """)
            .blocks(
                    "recipe",
                    """
                    ‹^adjective› ‹thing› ‹thing›

                    ‹#1-9› 1/2 cups ‹thing›
                    ‹#100-900›g ‹thing› (‹adjective›)
                    1 tsp. ‹thing› &/or ‹thing›

                    ‹^verb› the ‹thing› at ‹#150-250›°C for ‹#5-90›'; ‹verb› until ‹adjective›.
                    """)
            .lines(
                    "title",
                    """
                    ‹^adjective› ‹thing›
                    The ‹^adjective› ‹^thing›: ‹clause›
                    Re: ‹np›
                    Fwd: Re: AW: ‹^clause›?
                    [‹!component›] ‹^np› -- ‹adjective›
                    ‹#2-20› ‹adjective› ways to ‹verb› your ‹thing› (#‹#1-20› is ‹adjective›)
                    How to ‹verb› ‹np› & ‹verb› ‹np›
                    Who's afraid of ‹np›?
                    "‹^thing› & ‹^thing›" by ‹person›
                    ‹^np› vs. ‹np›
                    ‹^thing›/‹^thing›
                    ¡‹^thing›!
                    """)
            .lines(
                    "short",
                    """
                    ‹word›
                    ‹word› ‹word›
                    ‹adjective› ‹thing›
                    ‹title›
                    ‹title›
                    ok
                    n/a
                    -
                    --
                    ...
                    ?
                    yes!
                    'tis
                    +1
                    No. ‹#1-99›
                    it's ‹adjective›
                    thanks, ‹first›
                    ‹verb› or ‹verb›
                    ‹adverb› and ‹adverb›
                    ‹word›'
                    "‹word›
                    (‹adverb›)
                    <‹word›>
                    TBD; ‹word›
                    & ‹word›
                    @‹first›
                    #‹#1-999›
                    100% ‹adjective›
                    null
                    true
                    undefined
                    """)
            .checked();

    private Prose() {}

    /** From a word to a long letter, mostly short; as typed. */
    static String value(SplittableRandom r) {
        String text =
                switch (r.nextInt(21)) {
                    case 0, 1 -> draw(r, "short");
                    case 20 -> Awkward.remark(r);
                    case 2, 3 -> draw(r, "title");
                    case 4, 5, 6, 7 -> sentence(r);
                    case 8, 9 -> draw(r, "machine");
                    case 10, 11, 12 -> draw(r, "paragraph");
                    case 13 -> draw(r, "ticket");
                    case 14 -> draw(r, Pick.one(r, "dialogue", "quote", "poem", "recipe"));
                    case 15 -> EuropeanLanguages.GRAMMAR.draw(r, "text");
                    case 16 -> Pick.chance(r, 0.5) ? EuropeanLanguages.GRAMMAR.draw(r, "text") : quoted(r);
                    case 17 -> WorldScripts.GRAMMAR.draw(r, "text");
                    case 18 -> draw(r, "plain");
                    default -> Pick.chance(r, 0.2) ? longText(r) : draw(r, "quote");
                };
        return Texture.typed(r, text);
    }

    /** One sentence, mostly English. */
    static String sentence(SplittableRandom r) {
        return switch (r.nextInt(10)) {
            case 0 -> EuropeanLanguages.GRAMMAR.draw(r, "sentence");
            case 1 -> WorldScripts.GRAMMAR.draw(r, "sentence");
            default -> draw(r, "sentence");
        };
    }

    static String title(SplittableRandom r) {
        return draw(r, "title");
    }

    static String draw(SplittableRandom r, String rule) {
        return GRAMMAR.draw(r, rule);
    }

    private static String quoted(SplittableRandom r) {
        return Pick.one(r, "\"", "'", "(", "*") + draw(r, "plain") + Pick.one(r, "\"", "'", ")", "*");
    }

    private static String longText(SplittableRandom r) {
        return draw(r, "paragraphs") + "\n\n" + draw(r, "ticket") + "\n" + draw(r, "paragraphs");
    }
}
