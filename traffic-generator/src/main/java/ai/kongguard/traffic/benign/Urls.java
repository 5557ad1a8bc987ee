package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.PercentEncoding;
import ai.kongguard.traffic.Pick;
import java.util.SplittableRandom;

/** Addresses of pages, pictures, hooks and callbacks. */
final class Urls {

    private static final Grammar GRAMMAR = Notations.GRAMMAR
            .extend()
            .drawn("encodedSearch", r -> PercentEncoding.component(Searches.value(r)))
            .drawn("encodedTitle", r -> PercentEncoding.component(Prose.title(r)))
            .drawn("titleSlug", r -> Texture.slug(Prose.title(r)))
            .drawn(
                    "nested",
                    r -> PercentEncoding.component("https://www.example.com/" + Identifiers.slug(r) + "?id="
                            + Pick.number(r, 1, 999) + "&ref=" + Words.GRAMMAR.draw(r, "word")))
            .lines(
                    "webHost",
                    """
                    www.example.‹com|org|net›
                    ‹thing›.example.com
                    ‹kebab›.‹brand›.example
                    www.‹adjective›-‹thing›.example
                    github.com/‹word›/‹kebab›
                    en.wikipedia.org/wiki
                    docs.‹thing›.test
                    xn--‹abc:4›-kva.example
                    ‹kebab›.example.com:8443
                    """)
            .lines(
                    "web",
                    """
                    https://‹webHost›
                    https://‹webHost›/
                    https://‹webHost›/‹kebab›
                    https://‹webHost›/‹word›/‹titleSlug›
                    https://‹webHost›/‹word›/‹#1-9999›/‹titleSlug›.html#‹kebab›
                    https://‹webHost›/‹word›?id=‹#1-9999›&ref=‹word›
                    https://‹webHost›/?q=‹encodedSearch›
                    https://‹webHost›/search?q=‹encodedSearch›&page=‹#1-9›&hl=en
                    https://‹webHost›/‹word›/‹^thing›_(‹word›)
                    https://‹webHost›/‹kebab›?utm_source=‹word›&utm_medium=email&utm_campaign=‹kebab›&utm_content=%7B‹word›%7D
                    https://‹webHost›/login?redirect=‹nested›
                    https://‹webHost›/share?url=‹nested›&text=‹encodedTitle›
                    https://‹webHost›/blob/‹hex:40›/‹component›/‹snake›.‹ext›#L‹#1-99›-L‹#100-199›
                    https://‹webHost›/compare/‹#1-9›.‹#0-9›...‹#1-9›.‹#0-9›
                    http://‹webHost›/‹word›/index.php?option=com_‹word›&view=‹word›&Itemid=‹#1-99›
                    http://‹webHost›/~‹login›/‹word›.‹ext›
                    //cdn.‹domain›/‹kebab›/‹version›/‹kebab›.min.js
                    www.‹domain›/‹kebab›
                    ‹domain›
                    https://‹domain›/#/‹word›/‹#1-99›?tab=‹word›
                    https://maps.example.com/@‹#10-59›.‹d:5›,‹#0-90›.‹d:5›,‹#5-19›z/data=!3m1!4b1
                    https://müller-‹word›.example/straße/größe
                    https://例え.example/‹word›
                    """)
            .lines(
                    "image",
                    """
                    https://cdn.example.com/‹word›/‹hex:12›.‹jpg|png|webp|gif›
                    https://images.example.com/‹word›/w_‹#50-900›,h_‹#50-900›,c_fill/‹kebab›.jpg
                    /uploads/20‹#10-39›/0‹#1-9›/‹kebab›-‹#50-900›x‹#50-900›.png
                    https://secure.gravatar.com/avatar/‹hex:32›?s=‹#20-200›&d=identicon&r=g
                    cid:‹hex:12›@‹domain›
                    """)
            .lines(
                    "dev",
                    """
                    http://localhost:‹#3000-9999›/callback
                    http://localhost:‹#3000-9999›/‹word›?code=‹hex:16›
                    http://‹kebab›.local:‹#8000-9999›/hook
                    http://‹kebab›.internal:‹#8000-9999›/‹component›
                    https://‹kebab›.‹component›.svc.cluster.local/‹word›
                    """)
            .lines(
                    "other",
                    """
                    mailto:‹login›@‹domain›?subject=‹encodedTitle›
                    tel:+1555010‹d:4›
                    sms:+1555010‹d:4›?body=‹word›
                    git@github.com:‹word›/‹kebab›.git
                    ssh://git@‹domain›:2222/‹word›/‹kebab›.git
                    git+https://github.com/‹word›/‹kebab›.git#‹hex:7›
                    wss://‹domain›/socket?v=‹#1-9›
                    ftp://ftp.‹domain›/pub/‹kebab›.tar.gz
                    sip:‹login›@‹domain›;transport=tls
                    magnet:?xt=urn:btih:‹hex:40›&dn=‹kebab›
                    com.example.‹word›://oauth/callback
                    market://details?id=com.example.‹word›
                    android-app://com.example.‹word›/https/‹domain›
                    jdbc:postgresql://db.‹domain›:5432/‹snake›?sslmode=require
                    redis://cache.‹domain›:6379/‹#0-9›
                    amqp://‹login›:‹word›@mq.‹domain›/%2f
                    postgres://‹login›@localhost/‹snake›
                    spotify:track:‹b64:22›
                    bitcoin:bc1‹abc:20›?amount=0.‹d:3›
                    chrome-extension://‹abc:32›/popup.html
                    about:blank
                    geo:‹#10-59›.‹d:4›,‹#0-90›.‹d:4›?q=‹encodedTitle›
                    """)
            .lines(
                    "relative",
                    """
                    /‹word›/‹kebab›
                    /‹word›/‹#1-999›?tab=‹word›&sort=-‹snake›
                    ‹kebab›.html#‹kebab›
                    ./‹kebab›
                    ../‹kebab›.html
                    ?page=‹#1-99›&‹snake›=‹word›
                    #/‹word›/‹word›
                    /
                    #
                    """)
            .checked();

    private Urls() {}

    static String value(SplittableRandom r) {
        return switch (r.nextInt(27)) {
            case 25, 26 -> Awkward.connection(r);
            case 0 -> Pick.chance(r, 0.1) ? GRAMMAR.draw(r, "dev") : web(r);
            case 1, 2 -> GRAMMAR.draw(r, "other");
            case 3, 4, 5 -> GRAMMAR.draw(r, "relative");
            case 6, 7 -> image(r);
            case 8 -> PercentEncoding.component(web(r));
            default -> web(r);
        };
    }

    /** Of a page or file on the web. */
    static String web(SplittableRandom r) {
        return GRAMMAR.draw(r, "web");
    }

    static String image(SplittableRandom r) {
        return GRAMMAR.draw(r, "image");
    }

    /** Where a program under development waits for an answer, on the developer's own machine or network. */
    static String development(SplittableRandom r) {
        return GRAMMAR.draw(r, "dev");
    }

    static String relative(SplittableRandom r) {
        return GRAMMAR.draw(r, "relative");
    }
}
