package ai.kongguard.gateway.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** The description as a page that needs no script. */
final class ApiPage {

    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonNode api;
    private final StringBuilder html = new StringBuilder(64 * 1024);

    private ApiPage(JsonNode api) {
        this.api = api;
    }

    static String of(JsonNode api) {
        return new ApiPage(api).page();
    }

    private String page() {
        String title = text(api.at("/info/title"));
        html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(title)
                .append("</title><meta name=\"viewport\" content=\"width=device-width\">")
                .append("<link rel=\"icon\" href=\"/dashboard/icon.svg\" type=\"image/svg+xml\">")
                .append("<link rel=\"stylesheet\" href=\"/docs/page.css\"></head><body><h1>")
                .append(title)
                .append("</h1><p>")
                .append(text(api.at("/info/summary")))
                .append("</p><p>")
                .append(text(api.at("/info/description")))
                .append("</p><p>For programs: <a href=\"/openapi.yaml\">/openapi.yaml</a>, ")
                .append("<a href=\"/openapi.json\">/openapi.json</a>. Topics and sockets: ")
                .append("<a href=\"/asyncapi.yaml\">/asyncapi.yaml</a>, ")
                .append("<a href=\"/asyncapi.json\">/asyncapi.json</a></p>");
        for (JsonNode tag : api.path("tags")) {
            html.append("<h2>").append(text(tag.path("name"))).append("</h2><p>");
            html.append(text(tag.path("description"))).append("</p>");
            operations(tag.path("name").asString());
        }
        html.append("<h2>schemas</h2>");
        for (Map.Entry<String, JsonNode> schema : api.at("/components/schemas").properties()) {
            html.append("<h3 id=\"").append(escape(schema.getKey())).append("\">");
            html.append(escape(schema.getKey())).append("</h3>");
            pre(schema.getValue());
        }
        return html.append("</body></html>").toString();
    }

    private void operations(String tag) {
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().at("/tags/0").asString("").equals(tag)) {
                    operation(method.getKey(), path.getKey(), method.getValue());
                }
            }
        }
    }

    private void operation(String method, String path, JsonNode operation) {
        html.append("<section><h3><code>")
                .append(escape(method.toUpperCase(Locale.ROOT)))
                .append(' ')
                .append(escape(path))
                .append("</code></h3><p>")
                .append(text(operation.path("summary")))
                .append("</p>");
        List<JsonNode> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        if (!parameters.isEmpty()) {
            html.append("<table><tr><th>parameter</th><th>in</th><th>what</th></tr>");
            for (JsonNode parameter : parameters) {
                row(
                        text(parameter.path("name")),
                        text(parameter.path("in")),
                        text(parameter.path("description")) + " <code>"
                                + escape(parameter.path("schema").toString()) + "</code>");
            }
            html.append("</table>");
        }
        JsonNode body = operation.at("/requestBody/content/application~1json/schema");
        if (!body.isMissingNode()) {
            html.append("<p>Body: ").append(schema(body)).append("</p>");
        }
        html.append("<table><tr><th>status</th><th>what</th><th>body</th></tr>");
        for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
            JsonNode answer = resolved(response.getValue());
            StringBuilder bodies = new StringBuilder();
            for (Map.Entry<String, JsonNode> content : answer.path("content").properties()) {
                bodies.append(escape(content.getKey()))
                        .append(' ')
                        .append(schema(content.getValue().path("schema")));
            }
            row(escape(response.getKey()), text(answer.path("description")), bodies.toString());
        }
        html.append("</table></section>");
    }

    private void row(String first, String second, String third) {
        html.append("<tr><td>").append(first).append("</td><td>").append(second).append("</td><td>");
        html.append(third).append("</td></tr>");
    }

    private static String schema(JsonNode schema) {
        String ref = schema.path("$ref").asString("");
        if (ref.startsWith(SCHEMAS)) {
            String name = escape(ref.substring(SCHEMAS.length()));
            return "<a href=\"#" + name + "\">" + name + "</a>";
        }
        return "<details><summary>schema</summary><pre>" + escape(schema.toPrettyString()) + "</pre></details>";
    }

    private void pre(JsonNode schema) {
        html.append("<pre>").append(escape(schema.toPrettyString())).append("</pre>");
    }

    /** What a reference names. */
    private JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asString("");
        return ref.startsWith("#") ? api.at(ref.substring(1)) : node;
    }

    private static String text(JsonNode node) {
        return escape(node.asString(""));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
