package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.JsonText;
import ai.kongguard.traffic.PercentEncoding;
import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** What programs ask of an API: lists, things, changes of things. */
final class ResourceCalls {

    private static final List<String> RESOURCES = List.of(
            "orders",
            "users",
            "invoices",
            "repos",
            "issues",
            "droplets",
            "buckets",
            "tickets",
            "events",
            "devices",
            "customers",
            "products",
            "subscriptions",
            "payments",
            "refunds",
            "contacts",
            "messages",
            "channels",
            "projects",
            "tasks",
            "boards",
            "labels",
            "files",
            "folders",
            "documents",
            "reports",
            "dashboards",
            "alerts",
            "metrics",
            "clusters",
            "nodes",
            "volumes",
            "domains",
            "records",
            "certificates",
            "webhooks",
            "keys",
            "tokens",
            "roles",
            "groups",
            "members",
            "teams",
            "policies",
            "tables",
            "views",
            "scripts",
            "commands",
            "processes",
            "sessions",
            "posts",
            "articles",
            "categories",
            "tags",
            "media",
            "playlists",
            "tracks",
            "courses",
            "bookings",
            "shipments",
            "warehouses",
            "prices",
            "coupons",
            "carts",
            "reviews",
            "ratings",
            "surveys",
            "forms",
            "templates",
            "campaigns");

    private static final List<String> PREFIXES =
            List.of("/api/", "/api/v1/", "/api/v2/", "/v1/", "/v2/", "/rest/", "/", "/api/internal/", "/api/2025-11/");

    private ResourceCalls() {}

    static RequestDraft list(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of("GET", collection(r), "api");
        for (int i = Pick.number(r, 0, 4); i > 0; i--) {
            listing(r, draft);
        }
        return draft;
    }

    static RequestDraft get(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of(Pick.one(r, "GET", "GET", "GET", "HEAD"), item(r), "api");
        if (Pick.chance(r, 0.25)) {
            draft.param(
                    Pick.one(r, "include", "expand", "fields", "embed"), Wire.query(r, QueryText.draw(r, "listing")));
        }
        return Pick.chance(r, 0.05) ? draft.status(404) : draft;
    }

    static RequestDraft create(SplittableRandom r) {
        return Wire.json(RequestDraft.of("POST", collection(r), "api").status(201), JsonDocuments.object(r));
    }

    static RequestDraft update(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of(Pick.one(r, "PUT", "PATCH", "POST"), item(r), "api");
        if (Pick.chance(r, 0.15)) {
            return draft.body("application/merge-patch+json", JsonDocuments.object(r));
        }
        return Wire.json(draft, JsonDocuments.object(r));
    }

    static RequestDraft delete(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of("DELETE", item(r), "api").status(Pick.one(r, 200, 204, 204, 404));
        return Pick.chance(r, 0.15) ? draft.param(Pick.one(r, "force", "cascade", "soft"), "true") : draft;
    }

    static RequestDraft jsonPatch(SplittableRandom r) {
        StringJoiner operations = new StringJoiner(",", "[", "]");
        for (int i = Pick.number(r, 1, 5); i > 0; i--) {
            String path =
                    "/" + JsonDocuments.key(r) + Pick.one(r, "", "/0", "/-", "/" + JsonDocuments.key(r), "/a~1b/1");
            operations.add(Either.of(
                    r,
                    () -> "{\"op\":\"replace\",\"path\":" + JsonText.quote(path) + ",\"value\":" + value(r) + "}",
                    () -> "{\"op\":\"add\",\"path\":" + JsonText.quote(path) + ",\"value\":" + value(r) + "}",
                    () -> "{\"op\":\"remove\",\"path\":" + JsonText.quote(path) + "}",
                    () -> "{\"op\":\"move\",\"from\":\"/a/b/0\",\"path\":" + JsonText.quote(path) + "}"));
        }
        return RequestDraft.of("PATCH", item(r), "api").body("application/json-patch+json", operations.toString());
    }

    static RequestDraft bulk(SplittableRandom r) {
        if (Pick.chance(r, 0.5)) {
            return RequestDraft.of("POST", collection(r) + "/_bulk", "api")
                    .body("application/x-ndjson", JsonDocuments.lines(r));
        }
        return RequestDraft.of("POST", collection(r) + Pick.one(r, "/batch", "/import", ":batchCreate"), "api")
                .body("application/json; charset=utf-8", JsonDocuments.array(r));
    }

    static RequestDraft filter(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of("GET", collection(r), "api");
        switch (r.nextInt(7)) {
            case 0 ->
                draft.param("$filter", Wire.query(r, QueryText.draw(r, "odata")))
                        .param("$top", "20");
            case 1 -> draft.param(Pick.one(r, "filter", "search", "rsql"), Wire.query(r, QueryText.draw(r, "rsql")));
            case 2 -> draft.param(Pick.one(r, "q", "query", "search"), Wire.query(r, QueryText.draw(r, "lucene")));
            case 3 -> draft.param(Pick.one(r, "jql", "q", "query", "cql"), Wire.query(r, QueryText.draw(r, "jql")));
            case 4 ->
                draft.param(Pick.one(r, "query", "expr", "q"), Wire.query(r, QueryText.draw(r, "monitoring")))
                        .param("step", Pick.number(r, 5, 90) + "s");
            case 5 -> draft.param(Pick.one(r, "filter", "where", "filters"), Wire.query(r, QueryText.draw(r, "json")));
            default ->
                draft.param(
                        Pick.one(r, "path", "select", "base", "dn", "expression"),
                        Wire.query(
                                r,
                                Either.of(
                                        r, () -> QueryText.draw(r, "pathish"), () -> QueryText.draw(r, "directory"))));
        }
        if (Pick.chance(r, 0.3)) {
            return Wire.json(
                    RequestDraft.of("POST", collection(r) + Pick.one(r, "/search", "/_search", "/query"), "api"),
                    Either.of(r, () -> Wire.object(Wire.pair("query", QueryText.value(r))), () -> searchBody(r)));
        }
        return draft;
    }

    /** A path of a thing: by number, key, name, date, mail address or file name. */
    static String item(SplittableRandom r) {
        String path = collection(r) + "/" + id(r);
        return switch (r.nextInt(6)) {
            case 0 -> path + "/" + Pick.one(r, RESOURCES);
            case 1 -> path + "/" + Pick.one(r, RESOURCES) + "/" + id(r);
            case 2 -> path + Pick.one(r, "/status", "/items", "/cancel", ":archive", "/comments", ".json", ".xml", "/");
            default -> path;
        };
    }

    private static String id(SplittableRandom r) {
        return switch (r.nextInt(12)) {
            case 0 -> Wire.segment(r, Identifiers.value(r));
            case 1 -> Identifiers.slug(r);
            case 2 -> Wire.segment(r, Names.value(r));
            case 3 -> Wire.segment(r, Identifiers.file(r));
            case 4 ->
                Pick.one(
                        r, "me", "self", "latest", "default", "2025-11-24", "2025/11/24", "a.b.c", "~ann", "@ann", "-");
            case 5 -> PercentEncoding.component(Identifiers.id(r));
            default -> Pick.one(r, Integer.toString(Pick.number(r, 1, 1_000_000)), Pick.hex(r, 24), Pick.hex(r, 8));
        };
    }

    static String collection(SplittableRandom r) {
        return Pick.one(r, PREFIXES) + Pick.one(r, RESOURCES);
    }

    private static void listing(SplittableRandom r, RequestDraft draft) {
        switch (r.nextInt(12)) {
            case 0, 1 ->
                draft.param(Pick.one(r, "page", "p", "page%5Bnumber%5D", "page[number]"), Pick.number(r, 1, 60) + "");
            case 2 ->
                draft.param(
                        Pick.one(r, "limit", "per_page", "size", "page%5Bsize%5D"),
                        Pick.one(r, "10", "20", "50", "100"));
            case 3 ->
                draft.param(
                        Pick.one(r, "cursor", "after", "page_token"), Wire.query(r, Tokens.base64(Pick.hex(r, 16))));
            case 4 ->
                draft.param(Pick.one(r, "sort", "order_by", "orderBy"), Wire.query(r, QueryText.draw(r, "listing")));
            case 5 ->
                draft.param(Pick.one(r, "fields", "include", "expand"), Wire.query(r, QueryText.draw(r, "listing")));
            case 6 -> draft.param("filter[" + JsonDocuments.key(r) + "]", Wire.query(r, Identifiers.value(r)));
            case 7 ->
                draft.param(Pick.one(r, "since", "from", "created_after"), Wire.query(r, Quantities.draw(r, "date")));
            case 8 ->
                draft.param(
                        Pick.one(r, "status", "state", "type"), Pick.one(r, "open", "closed", "a,b", "in:new,old", ""));
            case 9 -> draft.param(JsonDocuments.key(r), Wire.query(r, Quantities.value(r)));
            case 10 ->
                draft.param(
                        JsonDocuments.key(r) + Pick.one(r, "", "__gte", "_lt", "[gt]", "[]", "__in", "!"),
                        Pick.number(r, 0, 99) + "");
            default -> draft.param(Pick.one(r, "q", "search", "name", "user", "owner"), Wire.query(r, Names.value(r)));
        }
    }

    private static String searchBody(SplittableRandom r) {
        String filter = QueryText.draw(r, "json");
        return filter.startsWith("[") ? "{\"items\":" + filter + "}" : filter;
    }

    private static String value(SplittableRandom r) {
        return Pick.chance(r, 0.3) ? JsonDocuments.small(r) : JsonText.quote(BenignText.value(r));
    }
}
