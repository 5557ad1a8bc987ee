package ai.kongguard.traffic.attack;

import java.util.List;

/** Where in a request a payload stands. */
public enum Placement {
    /** A value of the query. */
    QUERY,
    /** The name of a parameter of the query. */
    QUERY_NAME,
    /** The whole query, which has no parameter then. */
    QUERY_ALONE,
    /** The payload is itself names and values of the query. */
    QUERY_PAIRS,
    /** A value of a form. */
    FORM,
    /** The payload is itself names and values of a form. */
    FORM_PAIRS,
    /** A text in a JSON object, maybe deep in it. */
    JSON,
    /** The payload is itself a value of JSON. */
    JSON_VALUE,
    /** The payload is the whole body, an object of JSON. */
    JSON_BODY,
    /** A text in JSON in a value of a form. */
    JSON_IN_FORM,
    /** A segment of the path. */
    PATH,
    /** What the path ends with, as it is. */
    RAW_PATH,
    /** The payload is the whole address, path and query. */
    ADDRESS,
    HEADER,
    CONTENT_TYPE,
    COOKIE,
    /** A field of a form with parts. */
    MULTIPART,
    /** The name of an uploaded file. */
    FILENAME,
    /** The content of an uploaded file whose name lets it run. */
    UPLOAD,
    /** The payload is the whole body, as XML. */
    XML,
    /** A text or an attribute in XML. */
    XML_LEAF,
    /** An argument or a variable of GraphQL. */
    GRAPHQL,
    /** The payload is itself a document of GraphQL. */
    GRAPHQL_DOCUMENT;

    static final List<Placement> ANYWHERE = List.of(
            QUERY,
            QUERY,
            QUERY,
            QUERY,
            QUERY,
            QUERY,
            FORM,
            FORM,
            FORM,
            JSON,
            JSON,
            JSON,
            PATH,
            HEADER,
            COOKIE,
            MULTIPART,
            QUERY_NAME,
            QUERY_ALONE,
            RAW_PATH,
            JSON_IN_FORM,
            XML_LEAF,
            FILENAME,
            GRAPHQL);
}
