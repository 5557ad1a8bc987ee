package ai.kongguard.analyze;

import java.util.List;

/** A body that is not what {@code /analyze} needs; tells every field that is wrong, not just the first. */
public final class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Detail> details;

    InvalidRequestException(List<Detail> details) {
        super(details.toString());
        this.details = List.copyOf(details);
    }

    /** What to answer, with status 422. */
    public Body body() {
        return new Body(details);
    }

    /** The 422 answer that existing clients parse. */
    public record Body(List<Detail> detail) {}

    /**
     * One fault.
     *
     * @param type {@code missing}, {@code string_type}, {@code int_parsing}, {@code dict_type} or {@code json_invalid}
     * @param loc the way to the field, from {@code body}
     * @param msg in words
     */
    public record Detail(String type, List<String> loc, String msg) {}
}
