package ai.kongguard.detect.model;

/**
 * Which model decides.
 *
 * @param name such as {@code kg-local}
 * @param version grows with every training that is published
 * @param dataHash first 16 hex digits of the SHA-256 of everything it was trained on
 * @param trainedOn what that was, for people
 */
public record ModelInfo(String name, int version, String dataHash, String trainedOn) {

    /** As verdicts carry it: provider, name, version and data. */
    public String label() {
        return "local/" + name + "-" + version + "@" + dataHash;
    }
}
