package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.JsonText;
import ai.kongguard.traffic.PercentEncoding;
import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** What programs send each other: remote calls, hooks, beacons, probes. */
final class ProgramCalls {

    private ProgramCalls() {}

    static RequestDraft graphQl(SplittableRandom r) {
        if (Pick.chance(r, 0.15)) {
            return RequestDraft.of("GET", "/graphql", "api")
                    .param("query", Wire.query(r, GraphQlText.value(r)))
                    .param("variables", Wire.query(r, JsonDocuments.small(r)));
        }
        if (Pick.chance(r, 0.1)) {
            return RequestDraft.of("POST", "/graphql", "api").body("application/graphql", GraphQlText.value(r));
        }
        return Wire.json(RequestDraft.of("POST", Pick.one(r, "/graphql", "/api/graphql"), "api"), GraphQlText.body(r));
    }

    static RequestDraft jsonRpc(SplittableRandom r) {
        return Wire.json(
                RequestDraft.of("POST", Pick.one(r, "/rpc", "/jsonrpc", "/api/rpc"), "api"),
                "{\"jsonrpc\":\"2.0\",\"id\":" + Pick.number(r, 1, 9_999) + ",\"method\":"
                        + JsonText.quote(Words.GRAMMAR.draw(r, "component") + "." + Words.GRAMMAR.draw(r, "camel"))
                        + ",\"params\":"
                        + Either.of(r, () -> JsonDocuments.small(r), () -> JsonDocuments.array(r)) + "}");
    }

    static RequestDraft soap(SplittableRandom r) {
        return RequestDraft.of(
                        "POST", Pick.one(r, "/soap/service", "/ws/orders", "/services/Status.asmx", "/xmlrpc"), "api")
                .header("soapaction", "\"http://example.com/ws/" + Words.GRAMMAR.draw(r, "pascal") + "\"")
                .body(
                        Pick.one(r, "text/xml; charset=utf-8", "application/soap+xml; charset=utf-8"),
                        Pick.chance(r, 0.6) ? XmlDocuments.draw(r, "soap") : XmlDocuments.value(r));
    }

    static RequestDraft oauth(SplittableRandom r) {
        if (Pick.chance(r, 0.4)) {
            return RequestDraft.of("GET", Pick.one(r, "/oauth/callback", "/auth/callback", "/signin-oidc"), "api")
                    .param("code", Wire.query(r, Tokens.value(r)))
                    .param("state", Wire.query(r, Tokens.base64(JsonDocuments.small(r))))
                    .param("scope", "openid%20email%20https%3A%2F%2Fwww.example.com%2Fauth%2Fread")
                    .status(302);
        }
        return Wire.form(
                RequestDraft.of("POST", Pick.one(r, "/oauth/token", "/oauth2/v2.0/token"), "api"),
                r,
                "grant_type="
                        + Pick.one(
                                r,
                                "authorization_code",
                                "refresh_token",
                                "client_credentials",
                                "urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"),
                Wire.field(r, "code", Tokens.bytes(r, 24)),
                Wire.field(
                        r,
                        "redirect_uri",
                        Pick.chance(r, 0.3) ? Urls.development(r) : "https://shop.example.com/callback"),
                Wire.field(r, "client_secret", Pick.hex(r, 20) + Pick.one(r, "", "~", "=", "/+", "'", "%")),
                Wire.field(r, "assertion", Tokens.jwt(r)));
    }

    static RequestDraft saml(SplittableRandom r) {
        return Wire.form(
                RequestDraft.of("POST", Pick.one(r, "/saml/acs", "/sso/saml"), "api"),
                r,
                Wire.field(r, "SAMLResponse", Tokens.base64(XmlDocuments.value(r))),
                Wire.field(r, "RelayState", Urls.web(r)));
    }

    static RequestDraft webhook(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of(
                "POST", Pick.one(r, "/hooks/github", "/webhooks/stripe", "/api/hooks/" + Pick.hex(r, 8)), "api");
        if (Pick.chance(r, 0.5)) {
            StringJoiner commits = new StringJoiner(",", "[", "]");
            for (int i = Pick.number(r, 1, 4); i > 0; i--) {
                commits.add("{\"id\":\"" + Pick.hex(r, 40) + "\",\"message\":"
                        + JsonText.quote(
                                Pick.chance(r, 0.5) ? TechnicalProse.commit(r) : TechnicalProse.draw(r, "message"))
                        + ",\"author\":{" + Wire.pair("name", Names.person(r)) + "}}");
            }
            return Wire.json(
                    draft.header("x-github-event", "push").header("x-hub-signature-256", "sha256=" + Pick.hex(r, 64)),
                    "{\"ref\":\"refs/heads/" + Identifiers.slug(r) + "\",\"commits\":" + commits
                            + ",\"repository\":{\"url\":" + JsonText.quote(Urls.web(r)) + "}}");
        }
        return Wire.json(
                draft.header(
                        "stripe-signature", "t=17" + Pick.number(r, 10_000_000, 99_999_999) + ",v1=" + Pick.hex(r, 64)),
                "{\"id\":\"evt_" + Pick.hex(r, 14) + "\",\"type\":\""
                        + Pick.one(r, "invoice.paid", "charge.refunded", "order.created") + "\",\"data\":{\"object\":"
                        + JsonDocuments.object(r) + "}}");
    }

    static RequestDraft telemetry(SplittableRandom r) {
        if (Pick.chance(r, 0.4)) {
            RequestDraft draft = RequestDraft.of(
                            Pick.one(r, "GET", "POST"), Pick.one(r, "/collect", "/pixel.gif", "/g/collect"), "ops")
                    .status(204);
            return draft.param("v", "2")
                    .param("tid", "G-" + Pick.hex(r, 8))
                    .param("dl", Wire.query(r, Urls.web(r)))
                    .param("dt", Wire.query(r, Prose.title(r)))
                    .param("sr", "1920x1080")
                    .param("_p", Pick.number(r, 1, 99_999_999) + "")
                    .param("ep.search_term", Wire.query(r, Searches.value(r)));
        }
        String error = Pick.chance(r, 0.5) ? Logs.value(r) : Logs.line(r);
        return Wire.json(
                RequestDraft.of(
                        "POST",
                        Pick.one(r, "/api/events", "/v1/logs", "/api/" + Pick.number(r, 1, 99) + "/envelope"),
                        "ops"),
                Wire.object(
                        Wire.pair("message", error),
                        Wire.pair("url", Urls.web(r)),
                        Wire.pair("release", Words.GRAMMAR.draw(r, "version")),
                        "\"tags\":" + JsonDocuments.small(r)));
    }

    static RequestDraft deviceEvent(SplittableRandom r) {
        return Wire.json(
                RequestDraft.of(
                        "POST",
                        "/api/devices/" + Pick.hex(r, 12) + "/" + Pick.one(r, "events", "readings", "state"),
                        "api"),
                "{\"ts\":17" + Pick.number(r, 10_000_000, 99_999_999) + ",\"temperature\":" + Pick.number(r, -20, 60)
                        + "." + r.nextInt(10)
                        + ",\"location\":" + JsonText.quote(Quantities.draw(r, "coordinates")) + ",\"firmware\":"
                        + JsonText.quote(Words.GRAMMAR.draw(r, "version")) + ",\"values\":[" + Pick.number(r, 0, 99)
                        + ","
                        + Pick.number(r, -9, 9) + "]}");
    }

    static RequestDraft health(SplittableRandom r) {
        return RequestDraft.of(
                Pick.one(r, "GET", "GET", "HEAD"),
                Pick.one(
                        r,
                        "/health",
                        "/ready",
                        "/metrics",
                        "/healthz",
                        "/livez",
                        "/status",
                        "/ping",
                        "/actuator/health",
                        "/api/version"),
                "ops");
    }

    static RequestDraft wellKnown(SplittableRandom r) {
        return RequestDraft.of(
                        "GET",
                        Either.of(
                                r,
                                () -> "/robots.txt",
                                () -> "/favicon.ico",
                                () -> "/.well-known/security.txt",
                                () -> "/sitemap.xml",
                                () -> "/ads.txt",
                                () -> "/.well-known/openid-configuration",
                                () -> "/.well-known/acme-challenge/" + Pick.hex(r, 43),
                                () -> "/apple-touch-icon.png",
                                () -> "/.well-known/assetlinks.json",
                                () -> "/manifest.webmanifest",
                                () -> "/humans.txt",
                                () -> "/browserconfig.xml"),
                        "shop")
                .status(Pick.one(r, 200, 200, 404));
    }

    static RequestDraft preflight(SplittableRandom r) {
        return RequestDraft.of("OPTIONS", ResourceCalls.item(r), "api")
                .header(
                        "origin",
                        Pick.one(r, "https://shop.example.com", "http://localhost:" + Pick.number(r, 3_000, 9_999)))
                .header("access-control-request-method", Pick.one(r, "PUT", "DELETE", "PATCH", "POST"))
                .header(
                        "access-control-request-headers",
                        Pick.one(r, "authorization,content-type", "x-requested-with", "content-type"))
                .status(204);
    }

    static RequestDraft feed(SplittableRandom r) {
        return RequestDraft.of(
                "GET",
                Either.of(
                        r,
                        () -> "/feed",
                        () -> "/rss.xml",
                        () -> "/atom.xml",
                        () -> "/blog/feed/",
                        () -> "/tag/" + Identifiers.slug(r) + "/feed",
                        () -> "/calendar/" + Pick.hex(r, 24) + ".ics",
                        () -> "/podcast.xml",
                        () -> "/@" + Identifiers.slug(r) + ".rss"),
                "shop");
    }

    static RequestDraft proxy(SplittableRandom r) {
        return RequestDraft.of("GET", Pick.one(r, "/oembed", "/_next/image", "/share", "/api/preview", "/img"), "shop")
                .param(
                        "url",
                        Pick.chance(r, 0.6) ? PercentEncoding.component(Urls.web(r)) : Wire.query(r, Urls.image(r)))
                .param(Pick.one(r, "w", "maxwidth", "q"), Pick.number(r, 16, 2_000) + "");
    }
}
