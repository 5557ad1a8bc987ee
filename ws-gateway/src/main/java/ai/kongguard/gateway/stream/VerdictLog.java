package ai.kongguard.gateway.stream;

import java.util.List;

/** The verdict topic behind the live feed. */
@FunctionalInterface
public interface VerdictLog {

    /** Begins to read; costs a connection until the reading is closed. */
    Reading open();

    /** Used by one thread at a time. What fails is thrown, and the reading is then closed. */
    interface Reading extends AutoCloseable {

        /** The first offset that is still there, of each partition that {@code end} names. */
        Cursor earliest(Cursor end);

        /** Some of what lies from {@code from} on and before {@code to}; waits a moment at most. */
        Page read(Cursor from, Cursor to);

        @Override
        void close();
    }

    /**
     * What one read found.
     *
     * @param verdicts in the order of each partition
     * @param next where to read on
     */
    record Page(List<PositionedVerdict> verdicts, Cursor next) {}
}
