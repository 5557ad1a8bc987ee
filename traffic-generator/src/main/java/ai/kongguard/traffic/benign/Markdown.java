package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;

/** Marked-up plain text: Markdown, wiki text, LaTeX, BBCode. */
final class Markdown {

    private static final Grammar GRAMMAR = TechnicalProse.GRAMMAR
            .extend()
            .lines(
                    "sentence",
                    """
                    ‹doc›
                    ‹doc›
                    ‹^tclause›.
                    """)
            .drawn("plainSentence", Prose::sentence)
            .drawn(
                    "code",
                    r -> Either.of(r, () -> SourceCode.line(r), () -> SourceCode.line(r), () -> SourceCode.document(r)))
            .lines(
                    "inline",
                    """
                    **‹word›** and *‹word›*
                    `‹symbol›`
                    [‹word› ‹word›](https://‹domain›/‹kebab›?a=‹#1-9›&b=‹word›#‹kebab›)
                    ![‹word›](/images/‹kebab›.png "‹^word› ‹word›")
                    ~~‹word›~~ ‹word›
                    ***‹word›***!
                    <kbd>Ctrl</kbd>+<kbd>‹UP:1›</kbd>
                    <https://‹domain›/‹kebab›>
                    footnote[^‹#1-9›]
                    :‹word›: :+1:
                    $‹maths›$
                    - [‹x| ›] ‹tclause›
                    [[‹^word› ‹word›|‹word›]]
                    {{‹word›|‹word›=‹#1-9›}}
                    <b>‹word›</b>, <i>‹word›</i>, H<sub>2</sub>O
                    > ‹tclause›
                    # ‹^word› & ‹word›
                    * ‹^tclause›
                    [b]‹word›[/b] [url=https://‹domain›/]‹word›[/url] [quote="‹login›"]‹tclause›[/quote]
                    [color=red]‹word›[/color] [img]https://‹domain›/‹word›.png[/img]
                    ''‹word›'' '''‹word›''' ==‹^word›==
                    h2. ‹^word› {code:java}‹symbol›{code} {{‹camel›}}
                    \\frac{‹#1-9›}{‹#2-9›} \\leq \\sqrt{‹#2-9›}
                    $$\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt{\\pi}}{2}$$
                    \\textbf{‹word›} \\cite{‹word›20‹#10-30›} \\ref{fig:‹kebab›}
                    """)
            .blocks(
                    "document",
                    """
                    # ‹^kebab›

                    ![build](https://img.shields.io/badge/build-‹passing|failing›-green.svg) [![npm](https://img.shields.io/npm/v/‹kebab›.svg)](https://www.npmjs.com/package/‹kebab›)

                    ‹sentence› ‹inline›

                    ## Install

                    ```sh
                    ‹tool› install ‹option› ‹kebab›
                    ```

                    ## Usage

                    ```‹js|java|python|go|rust|›
                    ‹code›
                    ```
                    ====
                    | ‹^word› | ‹^word› | ‹^word› |
                    |:-----|------:|:---:|
                    | `‹option›` | ‹amount› | ‹inline› |
                    | ‹symbol› | ‹amount› | ‹"word› \\| null |
                    ====
                    1. ‹sentence›
                    2. ‹inline›
                       - ‹sentence›
                       - `‹path›`

                    ---

                    ‹plainSentence› ‹inline›
                    ====
                    ‹plainSentence›

                    ```
                    ‹code›
                    ```

                    ‹sentence›
                    ====
                    <details>
                    <summary>‹^word› ‹word›</summary>

                    ‹inline›

                    </details>

                    <!-- ‹tclause› -->
                    ====
                    > **Note**
                    > ‹sentence›

                    ‹inline›

                    [^‹#1-9›]: ‹plainSentence›
                    ====
                    ---
                    title: "‹^word›: ‹word›"
                    tags: [‹word›, ‹word›]
                    ---

                    ‹plainSentence› ‹plainSentence›
                    ====
                    ‹^word› ‹word›
                    ============

                    .. code-block:: ‹python|sh›

                        ‹tool› ‹option›

                    :ref:`‹kebab›` and ``‹symbol›``. ‹sentence›
                    ====
                    = ‹^word›
                    :toc:

                    [source,‹java|ruby›]
                    ----
                    ‹code›
                    ----
                    ====
                    \\documentclass[‹#10-12›pt]{article}
                    \\usepackage{‹amsmath|graphicx|hyperref›}
                    \\newcommand{\\‹abc:4›}[1]{\\textit{#1}}
                    \\begin{document}
                    \\section{‹^word›} ‹plainSentence›
                    \\begin{equation} ‹maths› \\end{equation}
                    \\input{‹kebab›.tex}
                    \\end{document}
                    """)
            .lines(
                    "any",
                    """
                    ‹inline›
                    ‹plainSentence› ‹inline› ‹plainSentence›
                    ‹inline›¶‹inline›
                    ‹document›
                    ‹document›
                    """)
            .checked();

    private Markdown() {}

    static String value(SplittableRandom r) {
        return GRAMMAR.draw(r, "any");
    }
}
