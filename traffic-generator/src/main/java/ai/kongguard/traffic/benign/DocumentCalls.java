package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.JsonText;
import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import ai.kongguard.traffic.benign.BenignText.Kind;
import java.util.SplittableRandom;

/** Calls that carry code, configuration and documents to be stored or checked. */
final class DocumentCalls {

    private DocumentCalls() {}

    static RequestDraft snippet(SplittableRandom r) {
        String code = BenignText.value(r, Kind.CODE);
        String path = Pick.one(r, "/api/snippets", "/api/gists", "/paste", "/api/playground", "/api/notebooks");
        return switch (r.nextInt(6)) {
            case 0 ->
                Wire.form(
                        RequestDraft.of("POST", path, "api"),
                        r,
                        Wire.field(r, "code", code),
                        Wire.field(r, "lang", Words.GRAMMAR.draw(r, "lang")),
                        Wire.field(r, "title", Prose.title(r)));
            case 1 ->
                RequestDraft.of("GET", path, "api")
                        .param(Pick.one(r, "code", "source", "q", "text"), Wire.query(r, code));
            case 2 ->
                RequestDraft.of("PUT", path + "/" + Pick.hex(r, 8), "api").body("text/plain; charset=utf-8", code);
            case 3 ->
                Wire.json(
                        RequestDraft.of("POST", path, "api").status(201),
                        "{\"files\":{" + JsonText.quote(Identifiers.file(r)) + ":{" + Wire.pair("content", code)
                                + "}},\"public\":false}");
            default ->
                Wire.json(
                        RequestDraft.of("POST", path, "api"),
                        Wire.object(
                                Wire.pair("title", Prose.title(r)),
                                Wire.pair(Pick.one(r, "code", "content", "source", "script", "template"), code)));
        };
    }

    static RequestDraft report(SplittableRandom r) {
        String sql = SqlCode.value(r);
        RequestDraft draft =
                RequestDraft.of("POST", Pick.one(r, "/api/reports", "/api/dataset", "/api/saved-queries"), "api");
        return switch (r.nextInt(3)) {
            case 0 -> Wire.form(draft, r, Wire.field(r, "name", Prose.title(r)), Wire.field(r, "sql", sql));
            case 1 -> RequestDraft.of("GET", "/api/explain", "api").param("sql", Wire.query(r, SqlCode.statement(r)));
            default ->
                Wire.json(
                        draft,
                        "{\"database\":" + Pick.number(r, 1, 20) + ",\"native\":{" + Wire.pair("query", sql) + "}}");
        };
    }

    static RequestDraft document(SplittableRandom r) {
        return switch (r.nextInt(8)) {
            case 0 -> raw(r, Pick.one(r, "application/yaml", "text/yaml", "text/plain"), ConfigText.value(r));
            case 1 -> raw(r, Pick.one(r, "text/csv", "text/csv; charset=utf-8"), ConfigText.csv(r));
            case 2 -> raw(r, "text/markdown", Markdown.value(r));
            case 3 -> raw(r, "text/plain", BenignText.value(r, Kind.TECHNICAL));
            case 4 ->
                RequestDraft.of("GET", Pick.one(r, "/api/validate", "/api/format", "/render"), "api")
                        .param(
                                Pick.one(r, "input", "data", "json", "doc"),
                                Wire.query(r, BenignText.value(r, Kind.FORMAT)));
            case 5 ->
                Wire.form(
                        RequestDraft.of("POST", "/api/convert", "api"),
                        r,
                        Wire.field(r, "data", BenignText.value(r, Kind.FORMAT)),
                        "to=yaml");
            default ->
                Wire.json(
                        RequestDraft.of("POST", Pick.one(r, "/api/documents", "/api/configs", "/api/templates"), "api"),
                        Wire.object(
                                Wire.pair("name", Identifiers.file(r)),
                                Wire.pair("content", BenignText.value(r, Kind.FORMAT))));
        };
    }

    static RequestDraft settings(SplittableRandom r) {
        String hook = Pick.chance(r, 0.2) ? Urls.development(r) : Urls.web(r);
        return Wire.json(
                RequestDraft.of(
                        Pick.one(r, "PATCH", "PUT", "POST"),
                        Pick.one(r, "/api/settings", "/api/webhooks", "/api/rules"),
                        "api"),
                Wire.object(
                        Wire.pair("engine", Notations.GRAMMAR.draw(r, "versionRange")),
                        Wire.pair("glob", Notations.GRAMMAR.draw(r, "glob")),
                        Wire.pair("cron", Notations.GRAMMAR.draw(r, "cron")),
                        Wire.pair("pattern", Notations.GRAMMAR.draw(r, "regex")),
                        Wire.pair("url", hook),
                        Wire.pair("template", TemplateText.value(r)),
                        Wire.pair("path", Notations.GRAMMAR.draw(r, "path"))));
    }

    static RequestDraft importXml(SplittableRandom r) {
        return RequestDraft.of("POST", Pick.one(r, "/api/import", "/api/xml", "/api/edi"), "api")
                .body(
                        Pick.one(r, "application/xml", "application/xml", "text/xml; charset=utf-8"),
                        XmlDocuments.value(r));
    }

    private static RequestDraft raw(SplittableRandom r, String type, String text) {
        return RequestDraft.of("PUT", "/files/" + Wire.segment(r, Identifiers.file(r)), "api")
                .body(type, text);
    }
}
