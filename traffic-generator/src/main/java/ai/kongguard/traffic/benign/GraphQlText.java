package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.JsonText;
import ai.kongguard.traffic.Pick;
import java.util.SplittableRandom;

/** GraphQL operations and their variables. */
final class GraphQlText {

    private static final Grammar GRAMMAR = Words.GRAMMAR
            .extend()
            .lines(
                    "arg",
                    """
                    first: ‹#1-100›
                    after: "‹b64:16›="
                    id: $id
                    filter: { ‹camel›: { eq: ‹"word› } }
                    where: {‹camel›: {_gt: ‹#0-99›}, _or: [{‹camel›: {_is_null: true}}]}
                    orderBy: {field: ‹upper_snake›, direction: DESC}
                    ‹camel›: ‹"word›
                    ‹camel›: [‹upper_snake›, ‹upper_snake›]
                    ‹camel›: $‹camel›
                    """)
            .repeat("args", "arg", 1, 2, ", ")
            .lines(
                    "field",
                    """
                    ‹camel›
                    ‹camel›
                    ‹camel›
                    id
                    __typename
                    ‹camel› { id ‹camel› }
                    ‹camel›(‹args›) { edges { node { id ‹camel› } cursor } pageInfo { hasNextPage endCursor } }
                    ... on ‹pascal› { ‹camel› }
                    ...‹pascal›
                    ‹camel›: ‹camel›(‹args›) @include(if: $‹camel›) { ‹camel› }
                    """)
            .repeat("fields", "field", 1, 6, " ")
            .repeat("fieldLines", "field", 1, 6, "\n    ")
            .blocks(
                    "operation",
                    """
                    query ‹pascal›($id: ID!) { ‹camel›(id: $id) { ‹fields› } }
                    ====
                    query ‹pascal›($‹camel›: String, $‹camel›: [Int!] = [‹#1-9›]) {
                      ‹camel›(‹args›) {
                        ‹fieldLines›
                      }
                    }
                    ====
                    { ‹camel›(‹args›) { ‹fields› } }
                    ====
                    mutation { ‹camel›(input: { ‹camel›: ‹"word›, ‹camel›: ‹#1-99› }) { ‹camel› { id } errors { message path } } }
                    ====
                    mutation ‹pascal›($input: ‹pascal›Input!) {
                      ‹camel›(input: $input) {
                        ‹fieldLines›
                      }
                    }
                    ====
                    subscription ‹pascal› { ‹camel› { ‹fields› } }
                    ====
                    fragment ‹pascal› on ‹pascal› { ‹fields› }
                    query { ‹camel› { ...‹pascal› } }
                    ====
                    # ‹word› ‹word›
                    query ‹pascal› {
                      a: ‹camel›(‹args›) { ‹fields› }
                      b: ‹camel›(‹args›) { ‹fields› }
                    }
                    """)
            .checked();

    private GraphQlText() {}

    static String value(SplittableRandom r) {
        return GRAMMAR.draw(r, "operation");
    }

    /** The body of a call. */
    static String body(SplittableRandom r) {
        String name = Pick.one(r, "", "\"operationName\":" + JsonText.quote(GRAMMAR.draw(r, "pascal")) + ",");
        return "{" + name + "\"query\":" + JsonText.quote(value(r)) + ",\"variables\":" + JsonDocuments.object(r) + "}";
    }
}
