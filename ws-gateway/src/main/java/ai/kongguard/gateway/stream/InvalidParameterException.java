package ai.kongguard.gateway.stream;

/** A client asked for something that there is not; the message says which parameter and what it may be. */
public final class InvalidParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    /** {@code rule} goes on where the parameter's name ends: "must be ...". */
    public InvalidParameterException(String parameter, String rule) {
        super(parameter + " " + rule);
        this.parameter = parameter;
    }

    /** Its name. */
    public String parameter() {
        return parameter;
    }
}
