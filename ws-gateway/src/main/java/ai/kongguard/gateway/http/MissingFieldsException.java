package ai.kongguard.gateway.http;

import java.util.List;

/** A body lacks fields that are required. */
final class MissingFieldsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> fields;

    MissingFieldsException(List<String> fields) {
        super("Missing " + fields);
        this.fields = List.copyOf(fields);
    }

    List<String> fields() {
        return fields;
    }
}
