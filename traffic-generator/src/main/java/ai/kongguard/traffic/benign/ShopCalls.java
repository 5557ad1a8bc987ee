package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.PercentEncoding;
import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import java.util.SplittableRandom;

/** What people at a browser ask of a web shop. */
final class ShopCalls {

    private ShopCalls() {}

    static RequestDraft browse(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of(
                "GET", Pick.one(r, "/products", "/shop", "/catalog", "/c/" + Identifiers.slug(r), "/sale"), "catalog");
        draft.param(
                "category",
                Wire.query(
                        r,
                        Either.of(
                                r,
                                () -> "books",
                                () -> "toys & games",
                                () -> "select-wines",
                                () -> "unions",
                                () -> Searches.value(r))));
        draft.param("page", Integer.toString(Pick.number(r, 1, 60)));
        if (Pick.chance(r, 0.5)) {
            draft.param(
                    "sort",
                    Wire.query(r, Pick.one(r, "price", "-price", "name", "order by rating", "price:asc", "new")));
        }
        if (Pick.chance(r, 0.3)) {
            draft.param(
                    Pick.one(r, "size", "width", "price", "brand", "color[]"),
                    Wire.query(
                            r,
                            Either.of(
                                    r,
                                    () -> Quantities.draw(r, "size"),
                                    () -> Quantities.draw(r, "price"),
                                    () -> Names.value(r))));
        }
        return Pick.chance(r, 0.15) ? utm(r, draft) : draft;
    }

    static RequestDraft product(SplittableRandom r) {
        String path = Either.of(
                r,
                () -> "/products/" + Pick.number(r, 1, 90_000),
                () -> "/products/" + Identifiers.slug(r) + "-" + Pick.number(r, 1, 900),
                () -> "/p/" + Texture.slug(Prose.title(r)) + ".html",
                () -> "/products/" + Wire.segment(r, Names.value(r)));
        RequestDraft draft = RequestDraft.of("GET", path, "catalog")
                .header("cookie", "session=" + Pick.hex(r, 32) + "; theme=" + Pick.one(r, "dark", "light"));
        return Pick.chance(r, 0.04) ? draft.status(404) : draft;
    }

    static RequestDraft search(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of(
                        "GET", Pick.one(r, "/search", "/search", "/products", "/find", "/s"), "catalog")
                .param(
                        Pick.one(r, "q", "q", "query", "search", "s", "term", "keywords"),
                        Wire.query(r, Searches.value(r)));
        if (Pick.chance(r, 0.4)) {
            draft.param(Pick.one(r, "lang", "page", "hl"), Pick.one(r, "en", "1", "2", "de"));
        }
        return draft;
    }

    static RequestDraft autocomplete(SplittableRandom r) {
        String typed = Searches.value(r);
        String begun =
                typed.substring(0, typed.offsetByCodePoints(0, 1 + r.nextInt(typed.codePointCount(0, typed.length()))));
        return RequestDraft.of("GET", Pick.one(r, "/api/suggest", "/autocomplete", "/typeahead"), "catalog")
                .param(Pick.one(r, "q", "term", "prefix"), Wire.query(r, begun))
                .param("_", "17" + Pick.number(r, 100_000_000, 999_999_999));
    }

    static RequestDraft login(SplittableRandom r) {
        RequestDraft draft =
                RequestDraft.of("POST", Pick.one(r, "/login", "/signin", "/users/sign_in", "/auth/login"), "forms");
        String who = Pick.chance(r, 0.7) ? Names.email(r) : Names.draw(r, "handle");
        if (Pick.chance(r, 0.5)) {
            Wire.form(
                    draft,
                    r,
                    Wire.field(r, Pick.one(r, "email", "username", "user[email]"), who),
                    Wire.field(r, "password", password(r)),
                    "remember=" + Pick.one(r, "1", "on", "true"));
        } else {
            Wire.json(
                    draft,
                    Wire.object(Wire.pair(Pick.one(r, "email", "username"), who), Wire.pair("password", password(r))));
        }
        return Pick.chance(r, 0.08) ? draft.status(401) : draft;
    }

    static RequestDraft register(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of("POST", Pick.one(r, "/register", "/signup", "/account/new"), "forms")
                .status(201);
        String name = Names.person(r);
        if (Pick.chance(r, 0.5)) {
            return Wire.json(
                    draft,
                    Wire.object(
                            Wire.pair("name", name),
                            Wire.pair("email", Names.email(r)),
                            Wire.pair("password", password(r)),
                            Wire.pair("company", Names.draw(r, "company")),
                            Wire.pair("phone", Names.draw(r, "phone")),
                            Wire.pair("birthday", Quantities.draw(r, "date"))));
        }
        return Wire.form(
                draft,
                r,
                "utf8=%E2%9C%93",
                "authenticity_token=" + PercentEncoding.component(Tokens.bytes(r, 32)),
                Wire.field(r, "user%5Bname%5D", name),
                Wire.field(r, "user[email]", Names.email(r)),
                Wire.field(r, "user[password]", password(r)),
                "terms=on");
    }

    static RequestDraft checkout(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of("POST", Pick.one(r, "/checkout", "/api/orders", "/cart/checkout"), "api")
                .status(201);
        String note = Pick.chance(r, 0.5) ? Prose.value(r) : "";
        if (Pick.chance(r, 0.6)) {
            return Wire.json(
                    draft.header("authorization", "Bearer " + Tokens.jwt(r)),
                    Wire.object(
                            Wire.pair("name", Names.person(r)),
                            Wire.pair("address", Names.draw(r, "address")),
                            "\"total\":" + Pick.number(r, 5, 400) + "." + Pick.number(r, 10, 99),
                            Wire.pair("note", note)));
        }
        return Wire.form(
                draft,
                r,
                Wire.field(r, "billing_name", Names.person(r)),
                Wire.field(r, "company", Names.draw(r, "company")),
                Wire.field(r, "street", Names.draw(r, "address")),
                Wire.field(r, "city", Names.draw(r, "city")),
                Wire.field(r, "phone", Names.draw(r, "phone")),
                Wire.field(r, "comment", note),
                "coupon=");
    }

    static RequestDraft cart(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of("POST", Pick.one(r, "/api/cart", "/cart/add", "/api/cart/items"), "api");
        if (Pick.chance(r, 0.4)) {
            return Wire.form(
                    draft,
                    r,
                    "id=" + Pick.number(r, 1, 90_000),
                    "quantity=" + Pick.number(r, 1, 9),
                    Wire.field(
                            r,
                            "properties[Engraving]",
                            Either.of(r, () -> Names.person(r), () -> Quantities.draw(r, "size"), () -> "")));
        }
        return Wire.json(
                draft,
                "{\"product\":" + Pick.number(r, 1, 90_000) + ",\"quantity\":" + Pick.number(r, 1, 5) + ",\"options\":"
                        + JsonDocuments.small(r) + "}");
    }

    static RequestDraft profile(SplittableRandom r) {
        return Wire.json(
                RequestDraft.of(Pick.one(r, "PUT", "PATCH"), Pick.one(r, "/api/profile", "/api/me", "/account"), "api"),
                Wire.object(
                        Wire.pair("name", Names.person(r)),
                        Wire.pair("email", Names.email(r)),
                        Wire.pair("title", Names.draw(r, "jobTitle")),
                        Wire.pair("bio", Prose.value(r)),
                        Wire.pair("website", Urls.web(r)),
                        Wire.pair("avatar", Pick.chance(r, 0.3) ? Tokens.image(r) : Urls.image(r))));
    }

    static RequestDraft contact(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of("POST", Pick.one(r, "/contact", "/support", "/feedback"), "forms");
        String text = Prose.value(r);
        if (Pick.chance(r, 0.25)) {
            return Wire.multipart(
                    draft, r, Wire.part("name", "", "", Names.person(r)), Wire.part("message", "", "", text));
        }
        return Wire.form(
                draft,
                r,
                Wire.field(r, "name", Names.person(r)),
                Wire.field(r, "email", Names.email(r)),
                Wire.field(r, "subject", Prose.title(r)),
                Wire.field(r, "message", text),
                "g-recaptcha-response=" + Pick.hex(r, 60));
    }

    static RequestDraft redirect(SplittableRandom r) {
        String target = Pick.chance(r, 0.5)
                ? "https://shop.example.com/orders?page=" + Pick.number(r, 1, 9) + "&from=mail"
                : Either.of(r, () -> Urls.relative(r), () -> Urls.web(r));
        return RequestDraft.of("GET", Pick.one(r, "/login", "/logout", "/out", "/oauth/authorize", "/sso"), "forms")
                .param(
                        Pick.one(r, "return", "redirect", "next", "url", "continue", "redirect_uri", "returnTo"),
                        Wire.query(r, target))
                .status(Pick.one(r, 200, 302));
    }

    private static RequestDraft utm(SplittableRandom r, RequestDraft draft) {
        return draft.param("utm_source", Identifiers.slug(r))
                .param("utm_medium", Pick.one(r, "email", "cpc", "social"))
                .param("utm_campaign", Wire.query(r, Prose.title(r)))
                .param("gclid", Pick.hex(r, 40));
    }

    static String password(SplittableRandom r) {
        return Either.of(
                r,
                () -> Pick.hex(r, 12),
                () -> Awkward.password(r),
                () -> Awkward.password(r),
                () -> Identifiers.slug(r) + Pick.one(r, "!", "$1", "#99", "'", "&", "%", "\"", "<3"),
                () -> "P@ss" + Pick.letters(r, 4) + ";" + Pick.number(r, 10, 99),
                () -> Pick.letters(r, 4) + " " + Pick.letters(r, 6) + " " + Pick.letters(r, 5));
    }
}
