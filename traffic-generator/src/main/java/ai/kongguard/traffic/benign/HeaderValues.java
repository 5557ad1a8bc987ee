package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.PercentEncoding;
import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import java.util.SplittableRandom;

/** What honest clients send beside the request itself. */
final class HeaderValues {

    private static final Grammar GRAMMAR = Names.GRAMMAR
            .extend()
            .drawn(
                    "consent",
                    r -> PercentEncoding.component("{\"necessary\":true,\"analytics\":" + Pick.chance(r, 0.5)
                            + ",\"ts\":" + Pick.number(r, 1_600_000_000, 1_900_000_000) + "}"))
            .drawn("value", r -> PercentEncoding.component(shortValue(r)))
            .drawn("jwt", Tokens::jwt)
            .lines(
                    "cookie",
                    """
                    session=‹hex:32›
                    JSESSIONID=‹UP:32›
                    PHPSESSID=‹hex:26›
                    ASP.NET_SessionId=‹abc:24›
                    connect.sid=s%3A‹b64:32›.‹b64:43›
                    _ga=GA1.2.‹d:9›.17‹d:8›
                    _ga_‹UP:10›=GS1.1.17‹d:8›.‹#1-9›.1.17‹d:8›.0.0.0
                    _gid=GA1.2.‹d:9›.17‹d:8›
                    _fbp=fb.1.17‹d:11›.‹d:9›
                    csrftoken=‹b64:32›
                    XSRF-TOKEN=‹b64:40›%3D
                    theme=‹dark|light|auto›
                    lang=‹de|en-GB|fr|zh-CN›
                    cookie_consent=‹consent›
                    CookieConsent={stamp:%27‹b64:20›==%27%2Cnecessary:true%2Cpreferences:false%2Cver:1}
                    OptanonConsent=isGpcEnabled=0&datestamp=Mon+Nov+24+20‹#20-39›+1‹#0-9›%3A‹#10-59›%3A00+GMT%2B0100&version=6.‹#10-39›.0&groups=C0001%3A1%2CC0002%3A0
                    cart=‹hex:8›-‹hex:4›-4‹hex:3›-a‹hex:3›-‹hex:12›
                    wordpress_test_cookie=WP%20Cookie%20check
                    token=‹jwt›
                    last_search=‹value›
                    recent=[‹#1-999›,‹#1-999›]
                    viewed=‹#1-999›|‹#1-999›|‹#1-999›
                    user="‹login›@‹domain›"
                    tz=Europe%2FBerlin
                    ab=‹thing›:‹a|b›.‹thing›:‹a|b›
                    name=‹value›
                    AMP_‹hex:10›=JTdCJTIyZGV2aWNlSWQ‹b64:40›
                    screen=‹#1000-3000›x‹#600-2000›
                    empty=
                    """)
            .repeat("cookies", "cookie", 1, 5, "; ")
            .lines(
                    "acceptLanguage",
                    """
                    en-US,en;q=0.9
                    de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7
                    fr-FR,fr;q=0.8,en-US;q=0.5,en;q=0.3
                    ‹ja|ko|pl|tr|it|es|nl|sv›,en;q=0.‹#1-9›
                    zh-CN,zh;q=0.9,zh-TW;q=0.8
                    pt-BR,pt;q=0.9,*;q=0.1
                    *
                    en
                    """)
            .lines(
                    "clientHint",
                    """
                    "Chromium";v="‹#110-150›", "Google Chrome";v="‹#110-150›", "Not?A_Brand";v="‹#8-99›"
                    "Not/A)Brand";v="8", "Chromium";v="‹#110-150›", "Microsoft Edge";v="‹#110-150›"
                    " Not A;Brand";v="99", "Chromium";v="‹#90-150›"
                    """)
            .lines(
                    "etag",
                    """
                    W/"‹hex:16›"
                    "‹hex:32›"
                    "‹hex:8›-‹hex:13›"
                    *
                    "‹hex:8›", W/"‹hex:8›"
                    """)
            .lines(
                    "forwarded",
                    """
                    for=192.0.2.‹#1-250›;proto=https;by=203.0.113.‹#1-250›
                    for="[2001:db8:‹hex:4›::‹hex:2›]:‹#1000-9999›", for=10.0.‹#0-9›.‹#1-250›
                    """)
            .lines(
                    "forwardedFor",
                    """
                    192.0.2.‹#1-250›
                    192.0.2.‹#1-250›, 10.0.‹#0-9›.‹#1-250›
                    2001:db8::‹hex:4›, 127.0.0.1
                    unknown, 10.1.‹#0-9›.‹#1-250›
                    """)
            .lines(
                    "baggage",
                    """
                    sentry-trace_id=‹hex:32›,sentry-environment=production,sentry-release=‹thing›%40‹#0-9›.‹#0-9›.‹#0-9›
                    userId=‹login›,serverNode=DF%2028,isProduction=false
                    """)
            .lines(
                    "authorization",
                    """
                    Bearer ‹jwt›
                    Bearer ‹b64:40›
                    Basic ‹b64:24›==
                    token ‹hex:40›
                    AWS4-HMAC-SHA256 Credential=AKIA‹UP:16›/20‹#10-39›0101/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=‹hex:64›
                    Digest username="‹login›", realm="‹brand›", nonce="‹hex:32›", uri="/", response="‹hex:32›", qop=auth, nc=00000001, cnonce="‹hex:8›"
                    Signature keyId="‹hex:8›",algorithm="rsa-sha256",headers="(request-target) host date",signature="‹b64:60›=="
                    """)
            .checked();

    private HeaderValues() {}

    /** Adds what a client of some kind would add. */
    static void decorate(SplittableRandom r, RequestDraft draft) {
        if (Pick.chance(r, 0.35)) {
            draft.header("cookie", Texture.header(GRAMMAR.draw(r, "cookies")));
        }
        if (Pick.chance(r, 0.35)) {
            draft.header("referer", referer(r));
        }
        if (Pick.chance(r, 0.45)) {
            draft.header("accept-language", GRAMMAR.draw(r, "acceptLanguage"));
        }
        if (Pick.chance(r, 0.2)) {
            draft.header("sec-ch-ua", GRAMMAR.draw(r, "clientHint"));
        }
        if (Pick.chance(r, 0.15)) {
            draft.header("authorization", Texture.header(GRAMMAR.draw(r, "authorization")));
        }
        if (Pick.chance(r, 0.4)) {
            rare(r, draft);
        }
    }

    private static void rare(SplittableRandom r, RequestDraft draft) {
        switch (r.nextInt(14)) {
            case 0 -> draft.header("if-none-match", GRAMMAR.draw(r, "etag"));
            case 1 -> draft.header("if-modified-since", "Mon, 24 Nov 2025 1" + r.nextInt(10) + ":00:00 GMT");
            case 2 -> draft.header("range", "bytes=" + Pick.number(r, 0, 9_000) + "-");
            case 3 -> draft.header("x-forwarded-for", GRAMMAR.draw(r, "forwardedFor"));
            case 4 -> draft.header("forwarded", GRAMMAR.draw(r, "forwarded"));
            case 5 -> draft.header("traceparent", "00-" + Pick.hex(r, 32) + "-" + Pick.hex(r, 16) + "-01");
            case 6 -> draft.header("baggage", GRAMMAR.draw(r, "baggage"));
            case 7 -> draft.header("x-request-id", Pick.hex(r, 32));
            case 8 -> draft.header("x-requested-with", Pick.one(r, "XMLHttpRequest", "com.example.app"));
            case 9 -> draft.header("origin", Pick.one(r, "https://shop.example.com", "null", "http://localhost:3000"));
            case 10 ->
                draft.header("accept-encoding", Pick.one(r, "gzip, deflate, br, zstd", "gzip", "identity;q=1, *;q=0"));
            case 11 -> draft.header("x-forwarded-host", Pick.one(r, "shop.example.com", "api.example.com:8443"));
            case 12 -> draft.header("x-api-version", Pick.one(r, "2", "2025-11-24", "v3-preview", "1.0", "latest"));
            default -> draft.header("priority", Pick.one(r, "u=1, i", "u=0", "u=4"));
        }
    }

    private static String referer(SplittableRandom r) {
        String referer = Either.of(
                r,
                () -> "https://shop.example.com/",
                () -> "https://shop.example.com/search?q=" + PercentEncoding.component(Searches.value(r)),
                () -> "https://www.google.com/",
                () -> "https://www.example.org/search?q=" + Wire.query(r, Searches.value(r)) + "&ie=UTF-8",
                () -> Urls.web(r),
                () -> "android-app://com.google.android.gm/");
        return ascii(referer);
    }

    /** As a browser writes an address into a header: what is not ASCII is encoded. */
    private static String ascii(String url) {
        StringBuilder ascii = new StringBuilder(url.length());
        url.codePoints()
                .forEach(c -> ascii.append(
                        c > 0x20 && c < 0x7f
                                ? Character.toString(c)
                                : PercentEncoding.component(Character.toString(c))));
        return ascii.toString();
    }

    private static String shortValue(SplittableRandom r) {
        return Pick.chance(r, 0.5) ? Searches.value(r) : Names.value(r);
    }
}
