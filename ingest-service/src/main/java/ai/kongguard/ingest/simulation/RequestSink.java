package ai.kongguard.ingest.simulation;

/** Where a run's requests go. Thread-safe. */
public interface RequestSink {

    /**
     * Sends one; may wait for room, and returns before it is answered.
     *
     * @param outcome told once, by any thread
     */
    void send(RunRequest request, Outcome outcome);

    /** What became of one request. */
    interface Outcome {

        /** It arrived; {@code refused} when a gateway answered 403 or 429. */
        void sent(boolean refused);

        /** It did not. */
        void failed(String reason);
    }
}
