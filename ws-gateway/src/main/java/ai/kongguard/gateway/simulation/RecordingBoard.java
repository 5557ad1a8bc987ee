package ai.kongguard.gateway.simulation;

import ai.kongguard.event.StoredRecording;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recordings that ingest has, as their topic tells; every replica reads all of it. Thread-safe. */
public final class RecordingBoard {

    /** More than anybody looks through; of further ones nothing is known here. */
    private static final int MOST = 2_000;

    private static final Comparator<StoredRecording> NEWEST_FIRST =
            Comparator.comparing(StoredRecording::modifiedAt).reversed().thenComparing(StoredRecording::name);

    private final Map<String, StoredRecording> recordings = new HashMap<>();

    /** There is this one; null when there is none of this name any more. */
    public synchronized void told(String name, @Nullable StoredRecording recording) {
        if (recording == null) {
            recordings.remove(name);
        } else if (recordings.size() < MOST || recordings.containsKey(name)) {
            recordings.put(name, recording);
        }
    }

    /** Null when there is none. */
    public synchronized @Nullable StoredRecording find(String name) {
        return recordings.get(name);
    }

    /** At most so many, newest first. */
    public synchronized List<StoredRecording> newest(int max) {
        return recordings.values().stream().sorted(NEWEST_FIRST).limit(max).toList();
    }
}
