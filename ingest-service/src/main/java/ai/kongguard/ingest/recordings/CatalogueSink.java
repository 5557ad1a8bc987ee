package ai.kongguard.ingest.recordings;

import ai.kongguard.event.StoredRecording;

/** Where is told what recordings there are. Thread-safe. */
public interface CatalogueSink {

    /** There is this one. Returns before that is acknowledged; a failure is logged. */
    void publish(StoredRecording recording);

    /** There is none of this name any more. */
    void forget(String name);
}
