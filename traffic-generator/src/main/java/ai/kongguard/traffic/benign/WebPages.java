package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;

/** Whole pages and mails in HTML, as site builders and newsletters send them to be stored. */
final class WebPages {

    private static final Grammar GRAMMAR = RichText.GRAMMAR
            .extend()
            .blocks(
                    "page",
                    """
                    <!DOCTYPE html>
                    <html lang="‹en|de|fr›">
                    <head>
                      <meta charset="utf-8">
                      <title>‹^np› | ‹brand›</title>
                      <meta name="viewport" content="width=device-width, initial-scale=1">
                      <link rel="stylesheet" href="/assets/‹thing›-‹hex:8›.css">
                      <style>
                        .‹thing› > p { ‹style› }
                      </style>
                    </head>
                    <body class="‹adjective›">
                    ‹blocks›
                    </body>
                    </html>
                    ====
                    <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
                    <html xmlns="http://www.w3.org/1999/xhtml">
                    <head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><title>‹np›</title></head>
                    <body style="margin: 0; ‹style›">
                    <!--[if mso]><table role="presentation" width="‹#400-700›"><tr><td><![endif]-->
                    <table role="presentation" cellspacing="0"><tr><td align="center">‹inlines›</td></tr></table>
                    <!--[if mso]></td></tr></table><![endif]-->
                    <p style="font-size:10px">‹prose› <a href="https://‹domain›/unsubscribe?u=‹hex:24›&amp;id=‹hex:10›">Unsubscribe</a></p>
                    </body></html>
                    ====
                    <html><head><title>‹np›</title></head><body bgcolor="#‹hex:6›">
                    <center><h1>‹np›</h1></center>
                    ‹blocksOneLine›
                    </body></html>
                    ====
                    <!doctype html>
                    <title>‹np›</title>
                    <nav><ul>‹items›</ul></nav>
                    <main>‹blocks›</main>
                    ====
                    <section id="‹thing›" class="hero"><div class="container"><h2>‹np›</h2>‹blocksOneLine›</div></section>
                    """)
            .blocks(
                    "scripted",
                    """
                    <!doctype html>
                    <title>‹np›</title>
                    <nav><ul>‹items›</ul></nav>
                    <main>‹blocks›</main>
                    <script type="module" src="/assets/‹thing›-‹hex:8›.js"></script>
                    """)
            .checked();

    private WebPages() {}

    /** A page that loads a script of its own site: to be stored as code, never as rich text. */
    static String scripted(SplittableRandom r) {
        return GRAMMAR.draw(r, "scripted");
    }

    static String value(SplittableRandom r) {
        return GRAMMAR.draw(r, "page");
    }
}
