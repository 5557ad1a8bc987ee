package ai.kongguard.gateway.events;

/** So many events are looked for that no other is. */
public final class TooManyLookupsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyLookupsException(int concurrent) {
        super(concurrent + " events are looked for already (kongguard.gateway.events.max-concurrent)");
    }
}
