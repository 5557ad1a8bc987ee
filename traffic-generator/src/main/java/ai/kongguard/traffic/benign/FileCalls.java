package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.PercentEncoding;
import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import java.util.SplittableRandom;

/** Files that are fetched, stored and listed; pages of old programs; odd but harmless input. */
final class FileCalls {

    private FileCalls() {}

    static RequestDraft asset(SplittableRandom r) {
        String name = Words.GRAMMAR.draw(r, "kebab");
        String path = Either.of(
                r,
                () -> "/assets/" + name + "-" + Pick.hex(r, 8) + "." + Pick.one(r, "js", "css", "js.map"),
                () -> "/static/js/" + Pick.number(r, 1, 999) + "." + Pick.hex(r, 8) + ".chunk.js",
                () -> "/_next/static/chunks/pages/%5B" + Pick.letters(r, 4) + "%5D-" + Pick.hex(r, 16) + ".js",
                () -> "/wp-content/uploads/2025/1" + r.nextInt(3) + "/" + name + "-" + Pick.number(r, 100, 999)
                        + "x300.jpg",
                () -> "/wp-content/plugins/" + name + "/assets/css/style.min.css",
                () -> "/fonts/" + name + "." + Pick.one(r, "woff2", "ttf"),
                () -> "/images/" + PercentEncoding.component(Identifiers.file(r)),
                () -> "/node_modules/" + name + "/dist/" + name + ".min.js",
                () -> "/img/" + name + "@2x.png",
                () -> "/npm/@" + Pick.letters(r, 5) + "/" + name + "@" + Pick.number(r, 1, 9) + "/dist/index.js",
                () -> "/media/cache/resolve/thumb/" + Pick.hex(r, 2) + "/" + Pick.hex(r, 2) + "/" + Pick.hex(r, 32)
                        + ".webp");
        RequestDraft draft = RequestDraft.of("GET", path, "shop").status(Pick.one(r, 200, 200, 200, 304));
        return Pick.chance(r, 0.3)
                ? draft.param(Pick.one(r, "v", "ver", "_", "cb"), Pick.number(r, 1, 99) + "." + r.nextInt(10))
                : draft;
    }

    static RequestDraft upload(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of(
                        "POST", Pick.one(r, "/upload", "/api/files", "/media", "/api/attachments"), "forms")
                .status(201);
        String file =
                switch (r.nextInt(7)) {
                    case 0 -> Wire.part("file", "data.csv", "text/csv", ConfigText.csv(r));
                    case 1 -> Wire.part("file", Identifiers.file(r), "application/json", JsonDocuments.object(r));
                    case 2 -> Wire.part("file", Identifiers.file(r), "text/plain", BenignText.value(r));
                    case 3 ->
                        Wire.part(
                                "files[]",
                                Words.GRAMMAR.draw(r, "kebab") + ".svg",
                                "image/svg+xml",
                                XmlDocuments.svg(r));
                    case 4 ->
                        Wire.part(
                                "document",
                                Identifiers.file(r),
                                "application/pdf",
                                "%PDF-1.7\n%" + Tokens.bytes(r, 200) + "\n%%EOF");
                    default ->
                        Wire.part(
                                "image",
                                Identifiers.file(r),
                                "image/png",
                                "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR" + binary(r));
                };
        if (Pick.chance(r, 0.3)) {
            return Wire.multipart(draft, r, file);
        }
        return Wire.multipart(draft, r, Wire.part("title", "", "", Prose.value(r)), file);
    }

    static RequestDraft store(SplittableRandom r) {
        String path = "/" + Pick.one(r, "buckets", "dav", "storage", "remote.php/dav/files/ann") + "/"
                + Identifiers.slug(r) + "/" + Wire.segment(r, Identifiers.file(r));
        return switch (r.nextInt(6)) {
            case 0 ->
                RequestDraft.of("PROPFIND", path, "files")
                        .header("depth", "1")
                        .status(207)
                        .body("application/xml", XmlDocuments.draw(r, "propfind"));
            case 1 ->
                RequestDraft.of(Pick.one(r, "MOVE", "COPY"), path, "files")
                        .status(201)
                        .header(
                                "destination",
                                "https://shop.example.com/dav/" + PercentEncoding.component(Identifiers.file(r)));
            case 2 -> RequestDraft.of("MKCOL", path, "files").status(201);
            case 3 ->
                RequestDraft.of("PUT", path, "files")
                        .body(Pick.one(r, "application/octet-stream", "text/plain"), BenignText.value(r));
            case 4 ->
                RequestDraft.of("GET", path, "files")
                        .param(
                                "response-content-disposition",
                                PercentEncoding.component("attachment; filename=\"" + Identifiers.file(r) + "\""))
                        .param("X-Amz-Signature", Pick.hex(r, 64));
            default ->
                RequestDraft.of("GET", Pick.one(r, "/download", "/files/view", "/api/files"), "files")
                        .param(
                                Pick.one(r, "file", "path", "name", "key", "prefix"),
                                Wire.query(
                                        r,
                                        Either.of(
                                                r,
                                                () -> Identifiers.file(r),
                                                () -> Identifiers.slug(r) + "/" + Identifiers.file(r))));
        };
    }

    static RequestDraft legacy(SplittableRandom r) {
        String id = Integer.toString(Pick.number(r, 1, 99_999));
        return switch (r.nextInt(9)) {
            case 0 ->
                RequestDraft.of("GET", "/shop/" + Pick.letters(r, 6) + ".jsp;jsessionid=" + Pick.hex(r, 32), "shop")
                        .param("id", id);
            case 1 ->
                RequestDraft.of("GET", Pick.one(r, "/index.php", "/viewtopic.php", "/product.php"), "shop")
                        .param("id", id)
                        .param("option", "com_content")
                        .param("title", Wire.query(r, Prose.title(r)));
            case 2 ->
                Wire.form(
                        RequestDraft.of("POST", "/Account/Edit.aspx", "shop"),
                        r,
                        "__EVENTTARGET=ctl00%24Main%24btn",
                        Wire.field(r, "__VIEWSTATE", Tokens.bytes(r, Pick.number(r, 60, 900))),
                        Wire.field(r, "ctl00$Main$txtName", Names.person(r)));
            case 3 ->
                RequestDraft.of("GET", "/cgi-bin/" + Pick.one(r, "search", "guestbook.pl", "counter.cgi"), "shop")
                        .param("q", Wire.query(r, Searches.value(r)));
            case 4 ->
                Wire.form(
                        RequestDraft.of("POST", "/wp-admin/admin-ajax.php", "shop"),
                        r,
                        "action=heartbeat",
                        "_nonce=" + Pick.hex(r, 10),
                        Wire.field(r, "data[excerpt]", Prose.sentence(r)));
            case 5 ->
                RequestDraft.of("GET", "/w/index.php", "shop")
                        .param("title", Wire.query(r, Prose.title(r)))
                        .param("action", "edit")
                        .param("oldid", id);
            case 6 ->
                RequestDraft.of("GET", "/servlet/Controller", "shop")
                        .param("cmd", Pick.one(r, "list", "view", "order"))
                        .param("page", id);
            case 7 ->
                RequestDraft.of("GET", "/Default.aspx", "shop")
                        .param("tabid", id)
                        .param("language", "en-US");
            default ->
                RequestDraft.of("GET", "/default.asp", "shop")
                        .param("cat", Wire.query(r, Names.value(r)))
                        .param("SID", Pick.hex(r, 16));
        };
    }

    /** What typing, copying and careless programs leave behind. */
    static RequestDraft odd(SplittableRandom r) {
        String word = Words.GRAMMAR.draw(r, "thing");
        RequestDraft draft = RequestDraft.of(
                "GET",
                Pick.one(r, "/search", "//products", "/products//", "/a/./b", "/Search", "/products.", "/%20"),
                "catalog");
        return switch (r.nextInt(16)) {
            case 0 -> draft.param("q", word + "'");
            case 1 -> draft.param("q", "15.6%22+" + word);
            case 2 -> draft.param("q", "50%+" + word);
            case 3 -> draft.param("q", word + "%zz");
            case 4 -> draft.param("a&b&q", word);
            case 5 -> draft.param("q", word).param("", "");
            case 6 -> draft.param("q", "").param("page", "").param("sort", "");
            case 7 -> draft.param("q", word + "+" + word + "++");
            case 8 -> draft.param("filters[0][" + word + "]", "a|b|c");
            case 9 -> draft.param("q", word + "?page=2");
            case 10 -> draft.param("q", "%22" + word);
            case 11 -> draft.param("&q", word + "&");
            case 12 -> draft.param("q", "%E4%F6%FC+" + word);
            case 13 -> draft.param("q", word + "%");
            case 14 -> draft.param("q", "{" + word + "}").param("id", "undefined");
            default ->
                draft.param("q[]", word).param("q[]", "[object%20Object]").param("x", "NaN");
        };
    }

    private static String binary(SplittableRandom r) {
        StringBuilder bytes = new StringBuilder();
        for (int i = Pick.number(r, 30, 300); i > 0; i--) {
            bytes.append((char) r.nextInt(256));
        }
        return bytes.toString();
    }
}
