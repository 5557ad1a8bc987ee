package ai.kongguard.gateway.stream;

import ai.kongguard.event.Verdict;
import org.jspecify.annotations.Nullable;

/** A verdict that is encoded when the first client wants it, and then never again. Used under the hub's lock. */
final class Piece {

    private final PositionedVerdict at;
    private @Nullable String json;

    Piece(PositionedVerdict at) {
        this.at = at;
    }

    PositionedVerdict at() {
        return at;
    }

    Verdict verdict() {
        return at.verdict();
    }

    /** A JSON object in ASCII. */
    String json() {
        String encoded = json;
        if (encoded == null) {
            encoded = StreamFrames.verdict(at.verdict());
            json = encoded;
        }
        return encoded;
    }
}
