package ai.kongguard.traffic.benign;

/** Sentences of everyday English, many of them with words and marks that machines would take for commands. */
final class English {

    static final Grammar GRAMMAR = Quantities.GRAMMAR
            .extend()
            .lines(
                    "np",
                    """
                    the ‹noun›
                    the ‹noun›
                    a ‹adjective› ‹thing›
                    my ‹thing›
                    our ‹people›s
                    ‹first›'s ‹noun›
                    this ‹noun›
                    every ‹adjective› ‹noun›
                    the ‹adjective› and ‹adjective› ‹thing›
                    the ‹people›s' ‹idea›
                    ‹#2-99› ‹thing›s
                    the ‹noun› from ‹city›
                    the ‹noun› in the ‹place›
                    either the ‹thing› or the ‹thing›
                    the so-called "‹adjective› ‹idea›"
                    a ‹thing› (‹size›)
                    """)
            .lines(
                    "filler",
                    """
                    on the other hand
                    as far as I know
                    by the way
                    in spite of ‹np›
                    at the end of the day
                    ‹first› and ‹first›'s ‹people› say
                    for what it's worth
                    to be ‹adjective›
                    needless to say
                    ‹#2-20› years ago
                    back in '‹#50-99›
                    in ‹city›
                    from where I stand
                    as they say in ‹city›
                    i.e. (or e.g.)
                    last but not least
                    between you and me
                    all things considered
                    after ‹np› and before ‹np›
                    once upon a time
                    according to ‹company›
                    with a ‹thing› like that
                    """)
            .lines(
                    "clause",
                    """
                    ‹np› ‹was|is|isn't|wasn't|seems|looks|won't be› ‹adverb› ‹adjective›
                    ‹filler›, ‹np› ‹past› ‹np›
                    ‹np›, which ‹past› ‹np›, ‹verb›s ‹adverb›
                    the ‹coined› of ‹np› ‹needs|wants|lacks|has› a ‹coined›
                    what I ‹past› was ‹np›, not ‹np›
                    it takes ‹amount› ‹unit› to ‹verb› ‹np›
                    to ‹verb› or not to ‹verb› ‹np›, that's the ‹idea›
                    neither ‹first› nor ‹np› ‹past› what ‹np› had ‹past›
                    ‹np› ‹costs|weighs|measures› more than ‹np›
                    you'd better ‹verb› ‹np›, hadn't you
                    ‹np›'s as ‹adjective› as ‹np›
                    ‹people›s ‹never|always|often|don't› ‹verb› ‹np›
                    I ‹past› ‹np› ‹adverb›
                    we ‹past› ‹np› from ‹np› on ‹day›
                    you ‹can|can't|could|should|shouldn't|must› ‹verb› ‹np› and ‹verb› it ‹adverb›
                    ‹first› ‹past› ‹np› where ‹np› ‹was|is› ‹adjective›
                    it's ‹adjective›, ‹adjective› and ‹adverb› ‹adjective›
                    there ‹is|isn't|was› no ‹idea› like ‹np›
                    they ‹had|hadn't|have|haven't› ‹past› ‹np› before ‹np›
                    nobody ‹past› ‹np› or ‹np›
                    ‹np› and ‹np› ‹have|haven't› ‹past› anything
                    he'd ‹adverb› ‹past› it into the ‹place›
                    she ‹past› from the ‹place› to the ‹place› in ‹#2-60› minutes
                    I'd rather ‹verb› ‹np› than ‹verb› ‹np›
                    """)
            .lines(
                    "plain",
                    """
                    ‹^clause›.
                    ‹^clause›.
                    ‹^clause›.
                    ‹^clause›, and ‹clause›.
                    ‹^clause›, but ‹clause›.
                    ‹^clause›; ‹clause›.
                    ‹^clause› because ‹clause›.
                    ‹^clause› -- ‹clause›.
                    ‹^clause› - ‹clause›!
                    If ‹clause›, ‹clause›.
                    When ‹clause›, then ‹clause›; otherwise ‹clause›.
                    While ‹clause›, ‹clause› ...
                    ‹^clause› (‹clause›).
                    Why ‹is|isn't|was› ‹np› so ‹adjective›?
                    Do you ‹verb› ‹np›, or ‹verb› it?
                    Don't ‹verb› ‹np›!
                    ‹^adverb›, ‹clause›.
                    "‹^clause›," said ‹np›.
                    "‹^clause›!" - "‹^clause›?" - "‹^adverb›."
                    '‹^clause›,' ‹first› ‹past›, 'and ‹clause›.'
                    ‹^verb› ‹np›, ‹verb› ‹np› and ‹verb› ‹np›.
                    ‹^clause›: ‹np›, ‹np› and ‹np›.
                    *‹^adverb›* ‹clause›.
                    _‹^clause›_, he said.
                    """)
            .lines(
                    "machine",
                    """
                    Please select ‹np› and drop it from the ‹place›.
                    Select ‹np› from the ‹place› where ‹clause›.
                    The union of ‹people›s and ‹people›s, all select members, voted on ‹day›.
                    Order by ‹day›, or the ‹idea› will be null and void.
                    Insert coin into ‹np›; then ‹verb› ‹np›.
                    Insert ‹np› into the ‹place›, values included (‹amount›, ‹amount›).
                    Update: set the ‹thing› where ‹clause›.
                    Update ‹np›, set ‹np› aside, and delete from your list whatever is ‹adjective›.
                    Drop ‹np› off at the ‹place› table, ‹#1-99›/‹#1-9›; ‹clause›.
                    A ‹thing› is like a ‹thing›, 1 or 2 at a time, and ‹#1-9› + ‹#1-9› is ‹#2-18› as they say.
                    We create ‹thing›s, alter ‹thing›s and grant all ‹people›s ‹idea›.
                    Having ‹past› ‹np›, group by ‹idea› and limit yourselves to ‹#1-99›.
                    It sat between ‹#1-99› and ‹#100-999›, or "between" as ‹first› says.
                    Whoever executes ‹np› must declare ‹idea›; exec summary follows.
                    My cat likes ‹np›; echo ‹first›, sleep ‹#2-9› hours, kill the ‹idea›.
                    Who is ‹first›? Find ‹np› and ‹np›; more or less, ‹clause›.
                    ‹^np› & ‹np› | ‹np›: pick one.
                    The cat ‹past› /dev/null of all places, as ‹people›s joke.
                    Wait ‹#2-90› seconds, ping ‹first›, then curl up on the ‹thing› with tea.
                    Top ‹#5-50› ‹thing›s; tail of the ‹idea›; head to the ‹place›.
                    The script of the play: ‹clause›. Alert the ‹people›s (all ‹#2-9› of them)!
                    He said <‹adverb›> and left; a < b > c is no excuse.
                    I <3 ‹np› but >‹#2-9› ‹thing›s is too much.
                    Use <name> and <street> as they stand on ‹np›.
                    On load, on click, on focus: ‹np› = ‹adjective›.
                    Image source: ‹first› ‹last›; title: "‹^noun›".
                    Style: ‹adjective›; body: ‹adjective›; script: ‹adjective›.
                    The form's input has no value; ‹clause›.
                    Evaluate ‹np› (eval. form ‹#1-99›), import ‹np›, export ‹np›.
                    Is not null an option? ‹^clause› as 'n/a', '-' or ''.
                    ‹^clause› when ‹#1-9› < ‹#10-99› and '‹word›' comes before '‹word›'.
                    Rock 'n' roll, fish 'n' chips, ‹thing› 'n' ‹thing›: ‹clause›.
                    'Twas ‹adverb› so, 'til ‹clause›; 'tis o'er now, y'all.
                    It's ‹np›'s ‹idea›, isn't it? Shouldn't've ‹past› it.
                    My '‹#60-99› ‹^brand› needs ‹np›; size ‹size›.
                    Who let ‹first› `‹verb›` the ‹thing›?!
                    {‹np›} or [‹np›]? $‹#1-99› says it's ‹adjective›.
                    ${‹#1-99›} is a typo; it's $‹#1-99›.‹d:2›.
                    They paid €‹#1-99›,‹d:2›/‹unit› (excl. VAT @ ‹#5-25›%).
                    File under ../‹thing›s, says ‹first›; I file it under "‹idea›".
                    See www.‹thing›.example or http://‹domain›/‹thing› for ‹idea›.
                    Don't wait for delay '‹#1-9›'; ‹clause›.
                    ‹^first› if ‹clause›, else ‹first›; case closed, end of ‹idea›.
                    Truncate ‹np› table by table; cast ‹first› as the ‹people›.
                    """)
            .lines(
                    "loud",
                    """
                    ‹!clause›!!!
                    !!! ‹!idea› !!! ‹^clause›.
                    NOTE: ‹clause›.
                    P.S.: ‹clause›.
                    WARNING -- ‹!np› ‹!verb› ‹!np›
                    #‹thing› #‹adjective›‹^thing› #‹#1-9›‹thing›s ‹clause›
                    @‹login› ‹clause›, right? cc @‹login›
                    ‹clause› :) ;-) :D ^^ <3 \\o/
                    ¯\\_(ツ)_/¯ ‹clause›
                    >:( ‹clause›
                    ‹^clause› 🎉🎉 ‹👍|🙏|😂|❤️|🚀›
                    lol ‹clause› xD
                    tl;dr: ‹clause›
                    omg ‹np› ‹!adverb› rocks ***
                    w/o ‹np›, w/ ‹np›, b/c ‹clause›
                    + ‹idea›¶+ ‹idea›¶- ‹idea›
                    """)
            .lines(
                    "fact",
                    """
                    Delivered on ‹date› to ‹person›, ‹address›; paid ‹price›.
                    Call me at ‹phone› or write to ‹email›, ‹first›.
                    Size ‹size›, weight ‹#1-99› ‹unit›, colour "‹adjective›".
                    ‹^company› charges ‹price› for ‹np›.
                    We met at ‹coordinates› on ‹date›.
                    Formula: ‹maths›, where ‹clause›.
                    Between ‹date› and ‹date›, ‹clause›.
                    Ref. ‹UP:3›-‹d:6›/‹#10-99›: ‹clause›.
                    """)
            .lines(
                    "sentence",
                    """
                    ‹plain›
                    ‹plain›
                    ‹plain›
                    ‹plain›
                    ‹machine›
                    ‹machine›
                    ‹fact›
                    ‹loud›
                    """)
            .repeat("paragraph", "sentence", 2, 7, " ")
            .repeat("paragraphs", "paragraph", 2, 6, "\n\n")
            .checked();

    private English() {}
}
