package ai.kongguard.gateway;

/**
 * One WebSocket text frame, encoded once and shared by every session. Immutable.
 *
 * @param text a JSON object in ASCII, so that its length is its size in bytes
 * @param verdicts how many verdicts a session that does not get this frame misses
 */
public record Frame(String text, long verdicts) {

    /** Size on the wire. */
    public int bytes() {
        return text.length();
    }
}
