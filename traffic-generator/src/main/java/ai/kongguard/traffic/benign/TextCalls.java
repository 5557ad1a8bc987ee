package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.JsonText;
import ai.kongguard.traffic.PercentEncoding;
import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import ai.kongguard.traffic.benign.BenignText.Kind;
import java.util.SplittableRandom;

/** Calls that carry what people wrote to be read by people, and any value at all. */
final class TextCalls {

    private TextCalls() {}

    static RequestDraft comment(SplittableRandom r) {
        RequestDraft draft = RequestDraft.of(
                        "POST",
                        Pick.one(
                                r, "/products/" + Pick.number(r, 1, 90_000) + "/comments", "/comments", "/api/reviews"),
                        "catalog")
                .status(201);
        String text = Prose.value(r);
        return switch (r.nextInt(4)) {
            case 0 ->
                Wire.form(
                        draft,
                        r,
                        Wire.field(r, "comment", text),
                        Wire.field(r, "author", Names.person(r)),
                        Wire.field(r, "email", Names.email(r)),
                        "url=",
                        "comment_post_ID=" + Pick.number(r, 1, 999));
            case 1 ->
                Wire.json(
                        draft,
                        "{\"rating\":" + Pick.number(r, 1, 6) + "," + Wire.pair("title", Prose.title(r)) + ","
                                + Wire.pair("text", text) + "}");
            case 2 -> Wire.json(draft, "{\"text\":" + JsonText.quoteAscii(text) + "}");
            default ->
                Wire.json(draft, Wire.object(Wire.pair(Pick.one(r, "text", "body", "comment", "content"), text)));
        };
    }

    static RequestDraft chat(SplittableRandom r) {
        String text = Pick.chance(r, 0.7) ? Prose.value(r) : BenignText.value(r, Kind.TECHNICAL);
        RequestDraft draft = RequestDraft.of(
                "POST", Pick.one(r, "/api/chat.postMessage", "/api/messages", "/v1/chat/completions"), "api");
        return Wire.json(
                draft,
                Either.of(
                        r,
                        () -> Wire.object(Wire.pair("channel", "C" + Pick.hex(r, 8)), Wire.pair("text", text)),
                        () -> "{\"model\":\"m-" + Pick.number(r, 1, 9)
                                + "\",\"messages\":[{\"role\":\"system\",\"content\":\"You're helpful.\"},"
                                + "{\"role\":\"user\",\"content\":" + JsonText.quote(text) + "}],\"temperature\":0."
                                + r.nextInt(10) + "}",
                        () -> Wire.object(
                                Wire.pair("to", Names.email(r)),
                                Wire.pair("subject", Prose.title(r)),
                                Wire.pair("html", RichText.value(r)))));
    }

    static RequestDraft ticket(SplittableRandom r) {
        String text = Pick.chance(r, 0.5) ? Prose.value(r) : BenignText.value(r, Kind.TECHNICAL);
        RequestDraft draft = RequestDraft.of(
                        "POST", Pick.one(r, "/support/tickets", "/api/tickets", "/api/v2/requests"), "api")
                .status(201);
        if (Pick.chance(r, 0.5)) {
            return Wire.form(
                    draft,
                    r,
                    Wire.field(r, "subject", TechnicalProse.draw(r, "issue")),
                    Wire.field(r, "description", text),
                    "priority=" + Pick.number(r, 1, 5));
        }
        return Wire.json(
                draft,
                "{\"ticket\":{" + Wire.pair("subject", Prose.title(r)) + ",\"comment\":{" + Wire.pair("body", text)
                        + "},\"tags\":[\"" + Pick.letters(r, 5) + "\"]}}");
    }

    static RequestDraft issue(SplittableRandom r) {
        String repo = "/repos/" + Identifiers.slug(r) + "/" + Identifiers.slug(r);
        return switch (r.nextInt(3)) {
            case 0 ->
                Wire.json(
                        RequestDraft.of("POST", repo + "/issues", "api").status(201),
                        Wire.object(
                                Wire.pair("title", TechnicalProse.draw(r, "issue")),
                                Wire.pair("body", BenignText.value(r, Kind.TECHNICAL))));
            case 1 ->
                Wire.json(
                        RequestDraft.of("PUT", repo + "/contents/" + Wire.segment(r, Identifiers.file(r)), "api"),
                        Wire.object(
                                Wire.pair("message", TechnicalProse.commit(r)),
                                Wire.pair("content", Tokens.base64(BenignText.value(r, Kind.CODE))),
                                Wire.pair("sha", Pick.hex(r, 40))));
            default ->
                Wire.json(
                        RequestDraft.of("POST", repo + "/pulls/" + Pick.number(r, 1, 999) + "/comments", "api"),
                        Wire.object(
                                Wire.pair("body", BenignText.value(r, Kind.TECHNICAL)),
                                Wire.pair("diff_hunk", Logs.value(r)),
                                Wire.pair("path", Notations.GRAMMAR.draw(r, "unixPath"))));
        };
    }

    static RequestDraft article(SplittableRandom r) {
        String html = BenignText.value(r, Kind.RICH_TEXT);
        String path = Pick.one(
                r,
                "/api/articles",
                "/wp-json/wp/v2/posts/" + Pick.number(r, 1, 900),
                "/api/pages",
                "/api/newsletters",
                "/wiki/edit");
        return switch (r.nextInt(5)) {
            case 0 ->
                Wire.form(
                        RequestDraft.of("POST", path, "api"),
                        r,
                        Wire.field(r, "title", Prose.title(r)),
                        Wire.field(r, "content", html),
                        "status=" + Pick.one(r, "draft", "publish"));
            case 1 -> RequestDraft.of("PUT", path, "api").body("text/html; charset=utf-8", html);
            case 2 ->
                Wire.multipart(
                        RequestDraft.of("POST", path, "api"),
                        r,
                        Wire.part("title", "", "", Prose.title(r)),
                        Wire.part("body", "", "text/html", html));
            default ->
                Wire.json(
                        RequestDraft.of("POST", path, "api").status(201),
                        Wire.object(
                                Wire.pair("title", Prose.title(r)),
                                Wire.pair("slug", Identifiers.slug(r)),
                                Wire.pair(Pick.one(r, "html", "content", "body", "description"), html)));
        };
    }

    static RequestDraft translate(SplittableRandom r) {
        String text = Either.of(r, () -> Prose.value(r), () -> Prose.sentence(r), () -> TemplateText.value(r));
        RequestDraft draft = RequestDraft.of("GET", Pick.one(r, "/api/translate", "/speak", "/api/check"), "api");
        return draft.param("from", Pick.one(r, "auto", "de", "en", "ar")).param("text", Wire.query(r, text));
    }

    /** Any value where any other may stand. */
    static RequestDraft anywhere(SplittableRandom r) {
        String name = Pick.one(
                r,
                "id",
                "q",
                "name",
                "file",
                "page",
                "user",
                "sort",
                "filter",
                "url",
                "comment",
                "note",
                "title",
                "value",
                "data",
                "input",
                "text",
                "content",
                "key",
                "path",
                "type",
                "label",
                "description",
                "message",
                "template");
        String value = BenignText.value(r);
        return switch (r.nextInt(16)) {
            case 0, 1, 2, 3, 4, 5 ->
                RequestDraft.of(
                                "GET",
                                Pick.one(r, "/products", "/search", "/users", "/files", "/api/lookup"),
                                "catalog")
                        .param(Pick.one(r, "lang", "page"), Pick.one(r, "en", "1", "2"))
                        .param(name, Wire.query(r, value));
            case 6, 7 ->
                Wire.form(
                        RequestDraft.of("POST", Pick.one(r, "/login", "/contact", "/comments", "/save"), "forms"),
                        r,
                        Wire.field(r, "email", Names.email(r)),
                        Wire.field(r, name, value));
            case 8, 9, 10 ->
                Wire.json(
                        RequestDraft.of("POST", Pick.one(r, "/api/orders", "/api/profile", "/api/reviews"), "api"),
                        "{\"quantity\":1," + Wire.pair(name, value) + "}");
            case 11 -> RequestDraft.of("GET", "/products/" + Wire.segment(r, value), "catalog");
            case 12 ->
                RequestDraft.of("GET", "/", "shop")
                        .header(
                                Pick.one(r, "referer", "x-api-version", "x-title", "x-forwarded-host"),
                                Texture.header(value.length() > 300 ? Urls.web(r) : value));
            case 13 ->
                RequestDraft.of("GET", "/cart", "shop")
                        .header(
                                "cookie",
                                "theme=dark; " + name + "="
                                        + PercentEncoding.component(value.length() > 300 ? Searches.value(r) : value));
            case 14 -> Wire.multipart(RequestDraft.of("POST", "/upload", "forms"), r, Wire.part(name, "", "", value));
            default ->
                RequestDraft.of("GET", Pick.one(r, "/products", "/api/lookup"), "catalog")
                        .param(name, PercentEncoding.component(Wire.query(r, value)));
        };
    }
}
