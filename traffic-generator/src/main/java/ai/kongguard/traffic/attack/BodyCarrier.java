package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import java.util.SplittableRandom;

/** Requests that carry a payload in a body of JSON, XML, GraphQL, or parts. */
final class BodyCarrier {

    private static final String JSON = "application/json";

    private BodyCarrier() {}

    static RequestDraft carry(SplittableRandom r, Placement placement, String payload) {
        return switch (placement) {
            case JSON -> json(r, JsonCarrier.object(r, payload));
            case JSON_VALUE -> json(r, JsonCarrier.around(r, payload));
            case JSON_BODY -> json(r, payload);
            case CONTENT_TYPE ->
                Carrier.post(r, CarrierWords.formPath(r))
                        .body(HeaderCarrier.oneLine(payload), CarrierWords.parameter(r) + "=" + CarrierWords.value(r));
            case MULTIPART -> Multipart.field(r, payload);
            case FILENAME -> Multipart.fileName(r, payload);
            case UPLOAD -> Multipart.upload(r, payload);
            case XML ->
                Carrier.post(r, CarrierWords.path(r))
                        .body(
                                Pick.one(r, "application/xml", "application/xml", "text/xml", "application/soap+xml"),
                                payload);
            case XML_LEAF -> Carrier.post(r, CarrierWords.path(r)).body("application/xml", xml(r, payload));
            case GRAPHQL -> graphQl(r, payload);
            case GRAPHQL_DOCUMENT -> document(r, payload);
            default -> throw new IllegalArgumentException("No body carries a payload as " + placement);
        };
    }

    private static RequestDraft json(SplittableRandom r, String body) {
        return Carrier.post(r, CarrierWords.path(r)).body(JSON, body);
    }

    private static String xml(SplittableRandom r, String payload) {
        String root = Pick.one(r, "order", "request", "user", "product", "message", "data", Pick.letters(r, 5));
        String leaf = CarrierWords.parameter(r);
        String opening = Pick.one(r, "", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>") + "<" + root + ">";
        String other = "<" + CarrierWords.word(r) + " n=\"" + Pick.number(r, 1, 999) + "\"/>";
        String element =
                switch (r.nextInt(8)) {
                    case 0 -> "<" + leaf + "><![CDATA[" + payload + "]]></" + leaf + ">";
                    case 1 -> "<" + leaf + " value=\"" + escaped(payload) + "\"/>";
                    case 2 -> "<" + leaf + ">" + payload + "</" + leaf + ">";
                    default -> "<" + leaf + ">" + escaped(payload) + "</" + leaf + ">";
                };
        return opening + (r.nextBoolean() ? other : "") + element + (r.nextBoolean() ? other : "") + "</" + root + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static RequestDraft graphQl(SplittableRandom r, String payload) {
        String argument = CarrierWords.parameter(r);
        String node = Pick.one(r, "product", "user", "orders", "search", "reviews", Pick.letters(r, 6));
        String selection = " { " + CarrierWords.parameter(r) + " " + CarrierWords.parameter(r) + " } }";
        boolean inline = r.nextBoolean();
        String document = inline
                ? "{ " + node + "(" + argument + ": " + JsonCarrier.quote(payload, false) + ")" + selection
                : "query Q($" + argument + ": String!) { " + node + "(" + argument + ": $" + argument + ")" + selection;
        String variables = inline ? "{}" : "{\"" + argument + "\":" + JsonCarrier.quote(payload, false) + "}";
        return RequestDraft.of("POST", "/graphql", "api")
                .body(JSON, "{\"query\":" + JsonCarrier.quote(document, false) + ",\"variables\":" + variables + "}");
    }

    private static RequestDraft document(SplittableRandom r, String document) {
        String path = Pick.one(r, "/graphql", "/graphql", "/api/graphql", "/v1/graphql", "/query");
        if (Pick.chance(r, 0.2)) {
            return RequestDraft.of("GET", path, "api").query("query=" + Carrier.inAddress(r, document));
        }
        return RequestDraft.of("POST", path, "api")
                .body(JSON, "{\"query\":" + JsonCarrier.quote(document, false) + ",\"variables\":null}");
    }
}
