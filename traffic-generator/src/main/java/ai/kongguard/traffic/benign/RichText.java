package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.Pick;
import java.util.SplittableRandom;

/** HTML as the editors of shops, mails and wikis make it: marked-up text that runs nothing. */
final class RichText {

    static final Grammar GRAMMAR = English.GRAMMAR
            .extend()
            .drawn("prose", r -> Texture.xml(Prose.sentence(r)))
            .drawn("code", r -> Texture.xml(SourceCode.line(r)))
            .drawn("href", r -> Texture.xml(Urls.web(r)))
            .drawn("img", r -> Pick.chance(r, 0.15) ? Tokens.image(r) : Texture.xml(Urls.image(r)))
            .lines(
                    "entity",
                    """
                    &nbsp;
                    &amp;
                    &lt;
                    &gt;
                    &quot;
                    &#39;
                    &ndash;
                    &hellip;
                    &eacute;
                    &#x27;
                    &#8217;
                    &rsquo;
                    &euro;‹#1-99›
                    &copy; 20‹#10-39›
                    """)
            .lines(
                    "style",
                    """
                    color: #‹hex:6›;
                    text-align: ‹center|right|justify›
                    font-family: 'Times New Roman', serif; font-size: ‹#8-30›pt
                    width: ‹#10-100›%; border: 1px solid rgb(‹#0-255›, ‹#0-255›, ‹#0-255›);
                    background-image: url('https://cdn.‹domain›/‹thing›.png')
                    margin:0 0 ‹#1-30›px;padding:0
                    mso-line-height-rule:exactly;
                    """)
            .lines(
                    "attributes",
                    """
                    \s
                     class="‹ql-align-center|MsoNormal|lead|mb-4 text-muted›"
                     style="‹style›"
                     id="‹thing›-‹#1-99›"
                     dir="‹ltr|rtl|auto›" lang="‹de|fr|ar›"
                     data-‹thing›="‹#1-999›"
                     data-pm-slice="1 1 []"
                     title="‹adjective› &amp; ‹adjective›"
                    """)
            .lines(
                    "inline",
                    """
                    ‹prose›
                    ‹prose›
                    <b>‹adjective›</b>
                    <strong‹attributes›>‹prose›</strong>
                    <i>‹np›</i>
                    <em>‹adverb›</em>
                    <u>‹word›</u>
                    <s>‹price›</s>
                    <span style="‹style›">‹prose›</span>
                    <span class="‹thing›">‹np›</span>
                    <a href="‹href›">‹np›</a>
                    <a href="‹href›" target="_blank" rel="noopener noreferrer nofollow">‹word›</a>
                    <a href="mailto:‹login›@‹domain›">‹login›@‹domain›</a>
                    <a href="#‹thing›">‹np›</a>
                    <a class="mention" data-id="‹#1-999›" href="/users/‹login›">@‹login›</a>
                    <img src="‹img›" alt="‹noun›" width="‹#16-900›" height="‹#16-900›">
                    <img src="‹img›" alt="" loading="lazy" srcset="/img/‹thing›@2x.png 2x" />
                    <br>
                    <br/>
                    <code>‹code›</code>
                    <sub>2</sub>
                    <mark>‹word›</mark>
                    <font color="‹red|#336699›" size="‹#1-7›">‹word›</font>
                    <time datetime="20‹#10-39›-01-0‹#1-9›">‹date›</time>
                    ‹entity›‹word›‹entity›
                    <abbr title="‹adjective›">‹word›</abbr>
                    <!-- ‹word› -->
                    ‹np›: 5 &lt; ‹#6-99›
                    """)
            .repeat("inlines", "inline", 1, 4, " ")
            .lines(
                    "cell",
                    """
                    <td‹attributes›>‹inlines›</td>
                    <td>‹amount›</td>
                    """)
            .repeat("row", "cell", 1, 4, "")
            .repeat("rows", "tr", 1, 4, "\n")
            .lines("tr", """
                    <tr>‹row›</tr>
                    """)
            .lines(
                    "li",
                    """
                    <li>‹inlines›</li>
                    <li‹attributes›><p>‹inlines›</p></li>
                    """)
            .repeat("items", "li", 1, 5, "\n")
            .blocks(
                    "block",
                    """
                    <p>‹inlines›</p>
                    ====
                    <p‹attributes›>‹inlines›</p>
                    ====
                    <div‹attributes›>‹inlines›</div>
                    ====
                    <h2>‹inline›</h2>
                    ====
                    <h3‹attributes›>‹np›</h3>
                    ====
                    <ul>
                    ‹items›
                    </ul>
                    ====
                    <ol start="‹#2-9›">‹items›</ol>
                    ====
                    <blockquote cite="https://‹domain›/‹thing›"><p>‹inlines›</p></blockquote>
                    ====
                    <pre class="ql-syntax" spellcheck="false">‹code›
                    ‹code›
                    </pre>
                    ====
                    <pre><code class="language-‹java|js|sql|bash|html›">‹code›
                    ‹code›</code></pre>
                    ====
                    <table border="1" cellpadding="‹#0-9›"><tbody>
                    ‹rows›
                    </tbody></table>
                    ====
                    <figure class="image"><img src="‹img›" alt="‹noun›"><figcaption>‹prose›</figcaption></figure>
                    ====
                    <iframe width="560" height="315" src="https://www.youtube.com/embed/‹b64:11›" frameborder="0" allowfullscreen></iframe>
                    ====
                    <iframe class="ql-video" src="https://player.vimeo.com/video/‹d:9›?h=‹hex:10›"></iframe>
                    ====
                    <video controls poster="/img/‹thing›.jpg"><source src="https://cdn.‹domain›/‹thing›.mp4" type="video/mp4"></video>
                    ====
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="‹#12-64›"><path fill="#‹hex:6›" d="M‹#1-20› ‹#1-20›h‹#1-9›v-‹#1-9›l‹#1-9›.‹#1-9› ‹#1-9›z"/></svg>
                    ====
                    <details><summary>‹np›</summary>‹inlines›</details>
                    ====
                    <hr>
                    ====
                    <p><br></p>
                    ====
                    <p>&nbsp;</p>
                    ====
                    <form action="/search" method="get"><input type="text" name="q" placeholder="‹verb› ‹np›"><button type="submit">‹^verb›</button></form>
                    ====
                    <!-- wp:paragraph {"align":"‹left|center›"} --><p>‹inlines›</p><!-- /wp:paragraph -->
                    ====
                    [gallery ids="‹#1-99›,‹#100-199›"]<p>‹inlines›</p>
                    ====
                    <o:p></o:p><p class="MsoNormal"><span lang="EN-US" style="‹style›">‹prose›<o:p></o:p></span></p>
                    """)
            .repeat("blocks", "block", 1, 3, "\n")
            .repeat("blocksOneLine", "block", 1, 4, "")
            .repeat("article", "block", 6, 24, "\n")
            .lines(
                    "any",
                    """
                    ‹inline›
                    ‹inlines›
                    ‹inlines›
                    ‹block›
                    ‹block›
                    ‹blocks›
                    ‹blocks›
                    ‹blocksOneLine›
                    ‹blocksOneLine›
                    """)
            .checked();

    private RichText() {}

    static String value(SplittableRandom r) {
        return switch (r.nextInt(14)) {
            case 0 -> Markdown.value(r);
            case 1 -> WebPages.value(r);
            case 2 -> Pick.chance(r, 0.3) ? GRAMMAR.draw(r, "article") : XmlDocuments.svg(r);
            default -> GRAMMAR.draw(r, "any");
        };
    }

    static String blocks(SplittableRandom r) {
        return GRAMMAR.draw(r, "blocks");
    }
}
