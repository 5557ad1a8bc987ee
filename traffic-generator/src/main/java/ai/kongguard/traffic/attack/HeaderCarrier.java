package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.PercentEncoding;
import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import java.util.Locale;
import java.util.SplittableRandom;

/** Requests that carry a payload in a header, alone or behind what the header usually says. */
final class HeaderCarrier {

    private static final double ALONE = 0.5;

    private HeaderCarrier() {}

    static RequestDraft header(SplittableRandom r, RequestDraft draft, String payload) {
        String name = name(r);
        String usual = Pick.chance(r, ALONE) ? "" : usual(r, name);
        boolean address = usual.endsWith("=");
        return draft.header(name, oneLine(usual + (address ? PercentEncoding.component(payload) : payload)));
    }

    static RequestDraft cookie(SplittableRandom r, RequestDraft draft, String payload) {
        String value = Pick.chance(r, 0.55)
                ? PercentEncoding.component(payload)
                : oneLine(payload).replace(";", "%3B");
        String before = Pick.one(
                r,
                "",
                "session=" + Pick.hex(r, 32) + "; ",
                "theme=" + Pick.one(r, "dark", "light") + "; ",
                CarrierWords.parameter(r) + "=" + CarrierWords.value(r) + "; ");
        String after = Pick.chance(r, 0.3) ? "; " + CarrierWords.parameter(r) + "=" + CarrierWords.value(r) : "";
        return draft.header("cookie", before + CarrierWords.parameter(r) + "=" + value + after);
    }

    /** No header can hold control characters; gateways drop such requests, tools encode them. */
    static String oneLine(String payload) {
        StringBuilder line = new StringBuilder(payload.length());
        for (int i = 0; i < payload.length(); i++) {
            char c = payload.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                line.append(c < 16 ? "%0" : "%").append(Integer.toHexString(c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }

    private static String name(SplittableRandom r) {
        return Pick.one(
                r,
                "user-agent",
                "user-agent",
                "user-agent",
                "referer",
                "referer",
                "x-forwarded-for",
                "x-forwarded-for",
                "x-forwarded-host",
                "x-api-version",
                "accept-language",
                "origin",
                "x-real-ip",
                "true-client-ip",
                "client-ip",
                "x-client-ip",
                "x-original-url",
                "x-rewrite-url",
                "x-request-id",
                "x-requested-with",
                "from",
                "if-none-match",
                "x-" + CarrierWords.parameter(r).toLowerCase(Locale.ROOT),
                "x-" + Pick.letters(r, 5));
    }

    private static String usual(SplittableRandom r, String name) {
        return switch (name) {
            case "user-agent" -> CarrierWords.userAgent(r) + Pick.one(r, " ", "");
            case "referer" ->
                "https://" + Pick.one(r, "shop.example.com", "www.example.com") + CarrierWords.path(r)
                        + Pick.one(r, "?q=", "?id=", "/");
            case "x-forwarded-for", "x-real-ip", "true-client-ip", "client-ip", "x-client-ip" ->
                "203.0.113." + Pick.number(r, 1, 250) + Pick.one(r, "", ", ", " ");
            case "accept-language" -> Pick.one(r, "en-US,en;q=0.9", "de", "en", "fr-FR");
            case "origin", "x-forwarded-host" -> Pick.one(r, "https://shop.example.com", "shop.example.com");
            case "x-original-url", "x-rewrite-url" -> CarrierWords.path(r) + Pick.one(r, "?id=", "/");
            default -> CarrierWords.word(r) + Pick.one(r, "", " ", "-");
        };
    }
}
