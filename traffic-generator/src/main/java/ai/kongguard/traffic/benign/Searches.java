package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.Pick;
import java.util.SplittableRandom;

/** What people type into a search box. */
final class Searches {

    private static final Grammar GRAMMAR = TechnicalProse.GRAMMAR
            .extend()
            .drawn("foreign", r -> WorldScripts.GRAMMAR.draw(r, "term"))
            .lines(
                    "term",
                    """
                    ‹thing›
                    ‹thing› ‹thing›
                    ‹adjective› ‹thing›
                    ‹adjective› ‹thing› ‹city›
                    ‹thing›s for ‹people›s
                    ‹people›'s ‹thing›
                    men's ‹thing› size ‹#36-48›
                    ‹brand› ‹thing›
                    ‹brand› ‹UP:2›-‹#10-999›
                    ‹thing› & ‹thing›
                    ‹thing› and ‹thing›
                    ‹thing› or ‹thing›
                    ‹thing› not ‹thing›
                    ‹thing›/‹thing›
                    ‹thing› + ‹thing›
                    ‹thing›+‹thing›
                    "‹adjective› ‹thing›"
                    "‹thing› ‹thing›" -‹adjective›
                    ‹thing› -‹thing› -"‹adjective› ‹thing›"
                    '‹thing›'
                    ‹thing›'
                    "‹thing›
                    ‹adjective› ‹thing› (‹adjective›)
                    ‹thing› "‹first›
                    rock 'n' roll ‹thing›
                    ‹thing› 'n' ‹thing›
                    o'‹last›
                    l'‹thing›
                    d'‹first›
                    select ‹thing›
                    select * ‹thing›
                    drop ‹thing›
                    ‹verb› ‹thing› from ‹place›
                    ‹verb› ‹thing› where ‹adjective›
                    union ‹place›
                    union jack ‹thing›
                    order by ‹day›
                    insert coin ‹thing›
                    cat ‹thing›
                    sleep ‹thing›
                    <‹thing›>
                    ‹thing› < ‹price›
                    ‹thing› > ‹#1-99›
                    ‹thing› >= ‹#1-99› ‹unit›
                    ‹thing› = ‹thing›
                    ‹#1-9›=‹#1-9› t-shirt
                    ‹#1-99›% off ‹thing›
                    ‹thing› 50%
                    100% ‹thing›
                    ‹thing› ‹size›
                    ‹size› ‹thing›
                    ‹thing› ‹price›
                    ‹thing› #‹#1-99›
                    #‹thing›
                    @‹login›
                    ‹thing›?
                    what is ‹idea›?
                    how to ‹verb› ‹thing›
                    how do i ‹verb› a ‹adjective› ‹thing›
                    why is my ‹thing› so ‹adjective›
                    who's ‹first› ‹last›
                    what's the ‹idea› of ‹thing›
                    ‹thing› vs ‹thing›
                    ‹thing› vs. ‹thing›; which is ‹adjective›
                    ‹thing›...
                    ‹thing›*
                    ‹thing›|‹thing›
                    *‹thing›*
                    ~‹thing›
                    ‹thing›, ‹thing›, ‹thing›
                    ‹thing›;‹thing›
                    (‹thing› OR ‹thing›) AND ‹adjective›
                    NOT ‹thing›
                    c++ ‹tech›
                    c# vs f# ‹tech›
                    .net ‹tech›
                    ‹lang› ‹tech›
                    ‹lang› ‹tech› "‹word› ‹past›"
                    ‹tool› ‹option›
                    ‹symbol›
                    ‹symbol› in ‹lang›
                    ‹path›
                    ‹issue›
                    ‹versionRange›
                    ‹regex›
                    sql left join ‹tech›
                    sql select where in
                    mysql drop table if exists
                    html script tag ‹tech›
                    javascript alert vs confirm
                    php include ‹tech›
                    {{‹word›}} ‹tech›
                    $‹word› ‹tech›
                    /etc/hosts ‹tech›
                    etc passwd format
                    ‹thing› site:‹domain›
                    filetype:pdf ‹thing›
                    intitle:"‹thing› ‹thing›" ‹city›
                    ‹first› ‹last›
                    ‹person›
                    ‹company›
                    ‹address›
                    ‹phone›
                    ‹email›
                    ‹maths›
                    ‹chemistry›
                    ‹domain›
                    https://‹domain›/‹thing›
                    ‹foreign›
                    ‹foreign›
                    ‹foreign›
                    🎸 ‹thing›
                    ‹thing› ❤️
                    ‹thing› <3
                    ‹thing› :)
                    ‹city› → ‹city›
                    ‹city› - ‹city› ‹date›
                    near me ‹thing›
                    ‹abc:6›
                    ‹abc:3›
                    ‹abc:1›
                    ‹d:8›
                    *
                    ?
                    %
                    ‹thing› %
                    ‹thing›\\
                    AC/DC ‹thing›
                    AT&T ‹thing›
                    24/7 ‹thing›
                    P!nk ‹thing›
                    $‹#1-99› ‹thing›
                    ¿‹thing›?
                    """)
            .checked();

    private Searches() {}

    static String value(SplittableRandom r) {
        return switch (r.nextInt(16)) {
            case 0 -> QueryText.draw(r, "lucene");
            case 1 -> Prose.title(r);
            case 2 -> EuropeanLanguages.GRAMMAR.draw(r, "sentence");
            case 3, 4 -> Texture.typed(r, GRAMMAR.draw(r, "term"));
            case 5 -> Pick.one(r, "", " ") + GRAMMAR.draw(r, "term") + " ";
            default -> GRAMMAR.draw(r, "term");
        };
    }
}
