package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.PercentEncoding;
import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** What the customers of a web shop, and the programs around it, ask for. */
public final class BenignCalls {

    private static final List<Kind> KINDS = List.of(
            kind("browse", BenignCalls::browse),
            kind("browse", BenignCalls::browse),
            kind("browse", BenignCalls::browse),
            kind("product", BenignCalls::product),
            kind("product", BenignCalls::product),
            kind("search", BenignCalls::search),
            kind("search", BenignCalls::search),
            kind("login", BenignCalls::login),
            kind("cart", BenignCalls::cart),
            kind("order", BenignCalls::order),
            kind("comment", BenignCalls::comment),
            kind("profile", BenignCalls::profile),
            kind("graphql", BenignCalls::graphQl),
            kind("xml", BenignCalls::xml),
            kind("upload", BenignCalls::upload),
            kind("redirect", BenignCalls::redirect),
            kind("config", BenignCalls::config),
            kind("health", r -> RequestDraft.of("GET", Pick.one(r, "/health", "/ready", "/metrics"), "ops")));

    private BenignCalls() {}

    /** Draws one call. */
    public static Call call(SplittableRandom random) {
        Kind kind = Pick.one(random, KINDS);
        return new Call(kind.family, kind.draft.apply(random));
    }

    /**
     * A drawn call.
     *
     * @param family what it is, such as {@code search}
     * @param draft to be finished by the caller
     */
    public record Call(String family, RequestDraft draft) {}

    private record Kind(String family, Function<SplittableRandom, RequestDraft> draft) {}

    private static Kind kind(String family, Function<SplittableRandom, RequestDraft> draft) {
        return new Kind(family, draft);
    }

    private static RequestDraft browse(SplittableRandom r) {
        return RequestDraft.of("GET", "/products", "catalog")
                .param("category", Pick.one(r, "books", "garden", "toys%20%26%20games", "select-wines", "unions"))
                .param("page", Integer.toString(Pick.number(r, 1, 60)))
                .param("sort", Pick.one(r, "price", "-price", "name", "order%20by%20rating"));
    }

    private static RequestDraft product(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of("GET", "/products/" + Pick.number(r, 1, 90_000), "catalog")
                .header("cookie", "session=" + Pick.hex(r, 32) + "; theme=" + Pick.one(r, "dark", "light"));
        return Pick.chance(r, 0.04) ? draft.status(404) : draft;
    }

    private static RequestDraft search(SplittableRandom r) {
        return RequestDraft.of("GET", "/search", "catalog").param("q", PercentEncoding.component(AwkwardText.query(r)));
    }

    private static RequestDraft login(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of("POST", "/login", "forms")
                .body(
                        "application/x-www-form-urlencoded",
                        "email=" + PercentEncoding.component(AwkwardText.email(r)) + "&password=" + Pick.hex(r, 12));
        return Pick.chance(r, 0.08) ? draft.status(401) : draft;
    }

    private static RequestDraft cart(SplittableRandom r) {
        return RequestDraft.of("POST", "/api/cart", "api")
                .body(
                        "application/json",
                        "{\"product\":" + Pick.number(r, 1, 90_000) + ",\"quantity\":" + Pick.number(r, 1, 5) + "}");
    }

    private static RequestDraft order(SplittableRandom r) {
        return RequestDraft.of("POST", "/api/orders", "api")
                .header("authorization", "Bearer " + AwkwardText.jwt(r))
                .status(201)
                .body(
                        "application/json",
                        "{\"name\":\"" + AwkwardText.name(r) + "\",\"address\":\"" + AwkwardText.address(r)
                                + "\",\"total\":" + Pick.number(r, 5, 400) + "." + Pick.number(r, 10, 99)
                                + ",\"note\":\"" + AwkwardText.prose(r) + "\"}");
    }

    private static RequestDraft comment(SplittableRandom r) {
        return RequestDraft.of("POST", "/products/" + Pick.number(r, 1, 90_000) + "/comments", "catalog")
                .status(201)
                .body(
                        "application/json",
                        "{\"text\":\"" + Pick.one(r, AwkwardText.prose(r), AwkwardText.markdown(r)) + "\"}");
    }

    private static RequestDraft profile(SplittableRandom r) {
        return RequestDraft.of("PUT", "/api/profile", "api")
                .body(
                        "application/json",
                        "{\"name\":\"" + AwkwardText.name(r) + "\",\"email\":\"" + AwkwardText.email(r)
                                + "\",\"avatar\":\"" + AwkwardText.image(r) + "\"}");
    }

    private static RequestDraft graphQl(SplittableRandom r) {
        return RequestDraft.of("POST", "/graphql", "api")
                .body(
                        "application/json",
                        "{\"query\":\"query Product($id: ID!) { product(id: $id) { name price reviews(first: "
                                + Pick.number(r, 1, 20) + ") { text stars } } }\",\"variables\":{\"id\":\""
                                + Pick.number(r, 1, 90_000) + "\"}}");
    }

    private static RequestDraft xml(SplittableRandom r) {
        return RequestDraft.of("POST", "/api/import", "api")
                .body(
                        "application/xml",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><order id=\"" + Pick.number(r, 1, 9_999)
                                + "\"><item sku=\"" + Pick.hex(r, 8) + "\" count=\"" + Pick.number(r, 1, 9)
                                + "\"/><note>" + AwkwardText.prose(r) + "</note></order>");
    }

    private static RequestDraft upload(SplittableRandom r) {
        String boundary = "----WebKitFormBoundary" + Pick.hex(r, 16);
        return RequestDraft.of("POST", "/upload", "forms")
                .body(
                        "multipart/form-data; boundary=" + boundary,
                        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n"
                                + AwkwardText.prose(r) + "\r\n--" + boundary
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.png\"\r\n"
                                + "Content-Type: image/png\r\n\r\n" + AwkwardText.image(r) + "\r\n--" + boundary
                                + "--\r\n");
    }

    private static RequestDraft redirect(SplittableRandom r) {
        return RequestDraft.of("GET", "/login", "forms")
                .param(
                        "return",
                        PercentEncoding.component(
                                "https://shop.example.com/orders?page=" + Pick.number(r, 1, 9) + "&from=mail"));
    }

    private static RequestDraft config(SplittableRandom r) {
        return RequestDraft.of("PATCH", "/api/settings", "api")
                .body(
                        "application/json",
                        "{\"engine\":\">=" + Pick.number(r, 12, 24) + ".0.0 <" + Pick.number(r, 25, 30)
                                + "\",\"glob\":\"src/**/*.ts\",\"cron\":\"*/" + Pick.number(r, 2, 30)
                                + " * * * *\",\"pattern\":\"^[a-z]+$\"}");
    }
}
