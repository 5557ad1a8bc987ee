package ai.kongguard.ingest;

import java.util.List;

/**
 * What became of one body: received = accepted + rejected + stream + duplicates.
 *
 * @param received elements found in it
 * @param accepted events on the traffic topic, acknowledged
 * @param rejected elements on the dead-letter topic, acknowledged
 * @param stream entries of TCP, TLS and UDP routes, which are counted and not judged
 * @param duplicates events that were accepted before under the same id
 * @param errors why elements were rejected, the first {@link #MAX_ERRORS} of them
 */
public record IngestResult(
        long received, long accepted, long rejected, long stream, long duplicates, List<Error> errors) {

    /** More than that nobody reads in an answer; the dead-letter topic has them all. */
    static final int MAX_ERRORS = 20;

    /**
     * One rejected element.
     *
     * @param element its index, from 0
     * @param reason names the field and what is wrong
     */
    public record Error(long element, String reason) {}
}
