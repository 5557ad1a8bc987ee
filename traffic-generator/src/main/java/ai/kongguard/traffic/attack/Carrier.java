package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import ai.kongguard.traffic.attack.disguise.Wire;
import java.util.List;
import java.util.SplittableRandom;

/** Requests that carry a payload in their address, their headers or a form; bodies are {@link BodyCarrier}'s. */
final class Carrier {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final double SENT_AS_IT_IS = 0.75;

    private static final List<Wire> ADDRESS = List.of(
            Wire.STRICT,
            Wire.STRICT,
            Wire.STRICT,
            Wire.STRICT,
            Wire.STRICT,
            Wire.PLUS,
            Wire.PLUS,
            Wire.PLUS,
            Wire.LENIENT,
            Wire.LENIENT,
            Wire.LENIENT,
            Wire.LENIENT,
            Wire.LENIENT,
            Wire.LOWER,
            Wire.RAW,
            Wire.RAW,
            Wire.PATCHY,
            Wire.FULL,
            Wire.DOUBLE,
            Wire.DOUBLE,
            Wire.WIDE,
            Wire.OVERLONG);

    private static final List<Wire> BODY = List.of(
            Wire.STRICT,
            Wire.STRICT,
            Wire.PLUS,
            Wire.PLUS,
            Wire.PLUS,
            Wire.PLUS,
            Wire.PLUS,
            Wire.PLUS,
            Wire.LENIENT,
            Wire.RAW,
            Wire.LOWER,
            Wire.DOUBLE,
            Wire.FULL);

    private Carrier() {}

    static RequestDraft carry(SplittableRandom r, Placement placement, String payload) {
        return switch (placement) {
            case QUERY -> query(r, CarrierWords.parameter(r) + "=" + inAddress(r, payload));
            case QUERY_NAME -> query(r, inAddress(r, payload) + "=" + CarrierWords.value(r));
            case QUERY_ALONE -> get(r, CarrierWords.path(r)).query(inAddress(r, payload));
            case QUERY_PAIRS -> query(r, Wire.PAIRS.encode(r, payload));
            case FORM -> form(r, CarrierWords.parameter(r) + "=" + inForm(r, payload));
            case FORM_PAIRS -> form(r, Wire.PAIRS.encode(r, payload));
            case JSON_IN_FORM ->
                form(r, CarrierWords.parameter(r) + "=" + Wire.PLUS.encode(r, JsonCarrier.object(r, payload)));
            case PATH -> path(r, payload);
            case RAW_PATH -> rawPath(r, payload);
            case ADDRESS -> address(r, payload);
            case HEADER -> HeaderCarrier.header(r, get(r, CarrierWords.path(r)), payload);
            case COOKIE -> HeaderCarrier.cookie(r, get(r, CarrierWords.path(r)), payload);
            default -> BodyCarrier.carry(r, placement, payload);
        };
    }

    static RequestDraft get(SplittableRandom r, String path) {
        String method = Pick.chance(r, 0.92) ? "GET" : Pick.one(r, "HEAD", "DELETE", "POST", "OPTIONS");
        return dressed(r, RequestDraft.of(method, path, route(path)));
    }

    static RequestDraft post(SplittableRandom r, String path) {
        String method = Pick.chance(r, 0.85) ? "POST" : Pick.one(r, "PUT", "PATCH");
        return dressed(r, RequestDraft.of(method, path, route(path)));
    }

    static String inAddress(SplittableRandom r, String payload) {
        if (isEncoded(payload) && Pick.chance(r, SENT_AS_IT_IS)) {
            return Wire.RAW.encode(r, payload);
        }
        return Pick.one(r, ADDRESS).encode(r, payload);
    }

    static String inForm(SplittableRandom r, String payload) {
        if (isEncoded(payload) && Pick.chance(r, SENT_AS_IT_IS)) {
            return Wire.RAW.encode(r, payload);
        }
        return Pick.one(r, BODY).encode(r, payload);
    }

    private static RequestDraft query(SplittableRandom r, String pair) {
        return get(r, CarrierWords.path(r)).query(among(r, pair));
    }

    private static RequestDraft form(SplittableRandom r, String pair) {
        return post(r, CarrierWords.formPath(r)).body(FORM, among(r, pair));
    }

    /** The pair with harmless ones before and after. */
    private static String among(SplittableRandom r, String pair) {
        StringBuilder pairs = new StringBuilder(pair.length() + 48);
        for (int i = r.nextInt(4) - 1; i > 0; i--) {
            pairs.append(harmless(r)).append('&');
        }
        pairs.append(pair);
        for (int i = r.nextInt(4) - 1; i > 0; i--) {
            pairs.append('&').append(harmless(r));
        }
        return pairs.toString();
    }

    private static String harmless(SplittableRandom r) {
        return CarrierWords.parameter(r) + "=" + CarrierWords.value(r);
    }

    private static RequestDraft path(SplittableRandom r, String payload) {
        String base = CarrierWords.path(r);
        String end = Pick.chance(r, 0.15) ? "/" + CarrierWords.word(r) : "";
        return get(
                r,
                (base.endsWith("/") ? base : base + "/") + inAddress(r, payload).replace("?", "%3F") + end);
    }

    private static RequestDraft rawPath(SplittableRandom r, String payload) {
        String base = Pick.chance(r, 0.6) ? "" : CarrierWords.path(r);
        boolean joined = payload.startsWith("/") || base.endsWith("/");
        return get(r, base + (joined ? "" : "/") + Wire.path(payload));
    }

    private static RequestDraft address(SplittableRandom r, String payload) {
        int mark = payload.indexOf('?');
        RequestDraft draft = get(r, Wire.path(mark < 0 ? payload : payload.substring(0, mark)));
        return mark < 0 ? draft : draft.query(Wire.PAIRS.encode(r, payload.substring(mark + 1)));
    }

    /** Some of what honest requests have too. */
    private static RequestDraft dressed(SplittableRandom r, RequestDraft draft) {
        if (Pick.chance(r, 0.2)) {
            draft.header("cookie", "session=" + Pick.hex(r, 32) + "; theme=" + Pick.one(r, "dark", "light"));
        }
        if (Pick.chance(r, 0.1)) {
            draft.header("referer", "https://shop.example.com" + CarrierWords.path(r));
        }
        return draft;
    }

    private static String route(String path) {
        return path.startsWith("/api") ? "api" : path.length() > 1 ? "catalog" : "shop";
    }

    /** Whether there are percent signs before hex digits, so that who wrote it meant them to arrive. */
    private static boolean isEncoded(String payload) {
        for (int at = payload.indexOf('%'); at >= 0 && at + 2 < payload.length(); at = payload.indexOf('%', at + 1)) {
            if (isHex(payload.charAt(at + 1)) && isHex(payload.charAt(at + 2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0;
    }
}
