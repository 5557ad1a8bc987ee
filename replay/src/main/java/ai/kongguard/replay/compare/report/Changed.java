package ai.kongguard.replay.compare.report;

import ai.kongguard.replay.compare.ComparedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The events of one kind of change, in the order of the recording: all are counted, a bounded number is kept. */
final class Changed {

    private final int capacity;
    private final List<Entry> kept = new ArrayList<>();
    private long count;

    Changed(int capacity) {
        this.capacity = capacity;
    }

    void add(Label label, ComparedEvent event) {
        count++;
        if (kept.size() < capacity) {
            kept.add(new Entry(label, event));
        }
    }

    /** Of all. */
    long count() {
        return count;
    }

    /** Those that are only counted. */
    long overflow() {
        return count - kept.size();
    }

    List<Entry> kept() {
        return Collections.unmodifiableList(kept);
    }

    record Entry(Label label, ComparedEvent event) {}
}
