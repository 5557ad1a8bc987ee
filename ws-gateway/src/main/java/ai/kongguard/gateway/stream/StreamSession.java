package ai.kongguard.gateway.stream;

import ai.kongguard.gateway.Outbox;

/** One client of {@code /stream}. What may change is read and written under the hub's lock, unless it says otherwise. */
public final class StreamSession {

    private final Outbox outbox;
    private volatile StreamGroup.Key key;
    private volatile boolean gone;

    StreamSession(Outbox outbox, StreamGroup.Key key) {
        this.outbox = outbox;
        this.key = key;
    }

    /** Where everything goes that its client is sent; from any thread. */
    public Outbox outbox() {
        return outbox;
    }

    /** Which verdicts it wants; from any thread. */
    StreamGroup.Key key() {
        return key;
    }

    void key(StreamGroup.Key wanted) {
        key = wanted;
    }

    /** Whether its connection has ended; from any thread. */
    boolean isGone() {
        return gone;
    }

    void end() {
        gone = true;
    }
}
