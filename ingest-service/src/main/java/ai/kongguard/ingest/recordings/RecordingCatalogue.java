package ai.kongguard.ingest.recordings;

import ai.kongguard.event.StoredRecording;
import ai.kongguard.ingest.recordings.RecordingFolder.Found;
import ai.kongguard.recording.Manifest;
import ai.kongguard.recording.Recording;
import ai.kongguard.recording.RecordingIndex;
import ai.kongguard.replay.record.RecordingContents;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the folder again and again and tells what changed: a recording at once by its two ends, and again when all of
 * it was read, which takes a while on a thread of its own. What was told before, by whomever, is not read again. Thread-safe.
 */
public final class RecordingCatalogue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingCatalogue.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** In which the topic tells what was told before. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private final RecordingFolder folder;
    private final CatalogueSink sink;
    private final Map<String, StoredRecording> told = new ConcurrentHashMap<>();
    private final Set<Found> unreadable = new HashSet<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "recording-catalogue"));
    private String complaint = "";

    public RecordingCatalogue(RecordingFolder folder, CatalogueSink sink) {
        this.folder = folder;
        this.sink = sink;
    }

    /** Begins to look. */
    public void start() {
        var unused = thread.scheduleWithFixedDelay(
                this::look, FIRST_PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The topic tells this of a recording; null when there is none. */
    public void heard(String name, @Nullable StoredRecording recording) {
        if (recording == null) {
            told.remove(name);
        } else {
            told.put(name, recording);
        }
    }

    /** Looks once. */
    void look() {
        try {
            Set<String> there = new HashSet<>();
            for (Found found : folder.list()) {
                there.add(found.name());
                if (!isTold(found)) {
                    tell(found);
                }
            }
            Set<String> gone = new HashSet<>(told.keySet());
            gone.removeAll(there);
            unreadable.removeIf(found -> !there.contains(found.name()));
            gone.forEach(name -> {
                told.remove(name);
                sink.forget(name);
            });
            complaint = "";
        } catch (IOException | RuntimeException e) {
            if (!complaint.equals(e.toString())) {
                LOG.warn("The folder of recordings cannot be read", e);
            }
            complaint = e.toString();
        }
    }

    /** What could not be read is tried again by the next process: the reason may have been no fault of the file. */
    private boolean isTold(Found found) {
        StoredRecording known = told.get(found.name());
        return known != null
                && known.bytes() == found.bytes()
                && known.modifiedAt().equals(found.modifiedAt())
                && (known.contents() != null || unreadable.contains(found));
    }

    private void tell(Found found) {
        try {
            Recording recording = Recording.open(found.path());
            tell(stored(found, recording, null));
            tell(stored(found, recording, RecordingContents.of(recording)));
        } catch (ClosedByInterruptException e) {
            LOG.debug("Recording {} is not read to its end: ingest is shut down", found.name());
        } catch (IOException e) {
            unreadable.add(found);
            String problem = e.getMessage() == null ? e.toString() : e.getMessage();
            tell(new StoredRecording(
                    StoredRecording.SCHEMA,
                    found.name(),
                    found.bytes(),
                    found.modifiedAt(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    problem));
        }
    }

    private void tell(StoredRecording recording) {
        told.put(recording.name(), recording);
        sink.publish(recording);
    }

    private static StoredRecording stored(Found found, Recording recording, @Nullable RecordingContents contents) {
        Manifest manifest = recording.manifest();
        RecordingIndex index = recording.index();
        RecordingIndex times = index != null && index.records() > 0 ? index : null;
        return new StoredRecording(
                StoredRecording.SCHEMA,
                found.name(),
                found.bytes(),
                found.modifiedAt(),
                new StoredRecording.About(
                        manifest.createdAt(),
                        manifest.createdBy(),
                        manifest.source(),
                        manifest.topics(),
                        manifest.selection(),
                        manifest.anonymised()),
                index == null ? null : index.records(),
                times == null ? null : Instant.ofEpochMilli(times.minTimestamp()),
                times == null ? null : Instant.ofEpochMilli(times.maxTimestamp()),
                contents == null ? null : contents.contents(),
                contents == null ? null : contents.damage());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
