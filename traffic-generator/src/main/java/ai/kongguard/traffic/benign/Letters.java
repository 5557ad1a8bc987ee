package ai.kongguard.traffic.benign;

/** Letters, tickets, replies and conversations. */
final class Letters {

    static final Grammar GRAMMAR = English.GRAMMAR
            .extend()
            .lines(
                    "greeting",
                    """
                    Hi ‹first›,
                    Dear ‹person›,
                    Hello!
                    Hey ‹first› :)
                    To whom it may concern:
                    Good morning ‹first› & team,
                    """)
            .lines(
                    "closing",
                    """
                    Thanks,¶‹first›
                    Kind regards¶‹person›¶‹company›
                    Best,¶‹first›¶¶-- ¶‹person› | ‹jobTitle›¶‹company›¶Tel.: ‹phone› / <‹email›>
                    Cheers! /‹first›
                    Yours sincerely,¶¶‹person›
                    Sent from my phone
                    x ‹first›
                    """)
            .blocks(
                    "ticket",
                    """
                    ‹greeting›

                    ‹paragraph›

                    Order #‹#1000-99999› of ‹date›, ‹price›.

                    ‹closing›
                    ====
                    Steps:
                    1. ‹^verb› ‹np›.
                    2. ‹^verb› ‹np› & ‹np›.
                    3. ‹plain›

                    Expected: ‹clause›
                    Actual: ‹clause›; ‹clause›.
                    ====
                    On ‹date›, ‹email› wrote:
                    > ‹sentence›
                    > ‹sentence›
                    >> ‹sentence›

                    ‹sentence› ‹sentence›

                    --\s
                    ‹first›
                    ====
                    > ‹sentence›

                    ‹sentence›

                    > ‹sentence›
                    ‹sentence›
                    ====
                    ‹greeting› ‹paragraph› ‹closing›
                    ====
                    ‹^idea›: ‹#1-5›/5
                    Pros: ‹idea›, ‹idea›; cons: ‹idea› (‹adjective›).
                    ‹paragraph›
                    ====
                    - ‹sentence›
                    - ‹sentence›
                    - ‹sentence›
                    ====
                    * ‹np› -- ‹adjective›
                    * ‹np› -- ‹adjective›, ‹adjective›
                      * ‹np›
                    ‹sentence›
                    ====
                    (1) ‹sentence›
                    (2) ‹sentence›
                    (3) ‹sentence›
                    """)
            .blocks(
                    "dialogue",
                    """
                    "‹^clause›," said the ‹people›.
                    "‹^clause›?" asked ‹first›. "‹^clause›!"
                    'Don't,' ‹first› ‹past›. '‹^clause›.'
                    ====
                    ‹!first›: ‹^clause›?
                    ‹!first›: ‹^adverb›! ‹^clause›.
                    ‹!first› (‹adverb›): ...
                    ====
                    <‹login›> ‹clause›
                    <‹login›> @‹login› ‹clause› ;)
                    * ‹login› ‹past› ‹np›
                    <‹login›> brb, ‹clause›
                    ====
                    [‹#10-23›:‹#10-59›] ‹first›: ‹clause›
                    [‹#10-23›:‹#10-59›] ‹first›: ‹sentence›
                    [‹#10-23›:‹#10-59›] ‹first›: k
                    ====
                    A: ‹clause›?
                    B: ‹clause›.
                    ====
                    Q: What's the difference between ‹np› and ‹np›?
                    A: ‹^clause›.
                    """)
            .checked();

    private Letters() {}
}
