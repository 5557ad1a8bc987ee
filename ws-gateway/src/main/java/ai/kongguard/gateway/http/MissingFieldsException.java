package ai.kongguard.gateway.http;

import java.util.List;

/** A body or a query lacks fields that are required. */
final class MissingFieldsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String where;
    private final transient List<String> fields;

    /** {@code where} is {@code body} or {@code query}. */
    MissingFieldsException(String where, List<String> fields) {
        super("Missing " + fields);
        this.where = where;
        this.fields = List.copyOf(fields);
    }

    String where() {
        return where;
    }

    List<String> fields() {
        return fields;
    }
}
