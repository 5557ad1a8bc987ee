package ai.kongguard.replay.convert;

import java.util.List;

/**
 * What became of a log: read = converted + passedOver + rejected.
 *
 * @param read entries
 * @param converted into records
 * @param labelled of those
 * @param passedOver sound, but no HTTP calls
 * @param rejected that could not be read
 * @param errors the first of those, at most {@link #MAX_ERRORS}
 */
public record ConversionResult(
        long read, long converted, long labelled, long passedOver, long rejected, List<Error> errors) {

    /** Errors told one by one. */
    public static final int MAX_ERRORS = 100;

    public ConversionResult {
        errors = List.copyOf(errors);
    }

    /**
     * An entry that could not be read.
     *
     * @param line where it begins, from 1
     * @param reason names the field and what is wrong, and holds no payload
     */
    public record Error(long line, String reason) {}
}
