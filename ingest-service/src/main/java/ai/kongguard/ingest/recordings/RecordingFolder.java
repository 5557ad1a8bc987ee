package ai.kongguard.ingest.recordings;

import ai.kongguard.event.StoredRecording;
import ai.kongguard.ingest.simulation.RefusedRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one folder in which recordings lie, each under its name. Nothing outside of it is opened: names have no separators,
 * and links are not followed. Thread-safe.
 */
public final class RecordingFolder {

    /** What follows a recording's name in that of its file. */
    static final String ENDING = ".kgr";

    private final Path folder;
    private final long maxBytes;
    private final long maxTotalBytes;
    private final Set<String> begun = new HashSet<>();

    /**
     * @param maxBytes of one recording
     * @param maxTotalBytes of all files in the folder
     */
    public RecordingFolder(Path folder, long maxBytes, long maxTotalBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.maxTotalBytes = maxTotalBytes;
    }

    /** A recording's file. */
    record Found(String name, Path path, long bytes, Instant modifiedAt) {}

    long maxBytes() {
        return maxBytes;
    }

    /** All recordings that are complete; none when there is no folder. */
    List<Found> list() throws IOException {
        List<Found> found = new ArrayList<>();
        for (Path path : files()) {
            String file = path.getFileName().toString();
            String name = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : "";
            BasicFileAttributes attributes = StoredRecording.isName(name) ? attributes(path) : null;
            if (attributes != null && attributes.isRegularFile()) {
                Instant modifiedAt = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
                found.add(new Found(name, path, attributes.size(), modifiedAt));
            }
        }
        return found;
    }

    /**
     * The file of this recording.
     *
     * @throws RefusedRunException when there is none
     */
    Path existing(String name) {
        Path path = path(name);
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new RefusedRunException("there is no recording " + name + " in the folder of ingest");
        }
        return path;
    }

    /**
     * The file that a recording of this name may be written to, until it is {@link #ended}.
     *
     * @throws RefusedRunException when there is one already, or no room for it
     */
    synchronized Path begin(String name) throws IOException {
        Path path = path(name);
        if (begun.contains(name) || Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new RefusedRunException("there is a recording " + name + " already");
        }
        Files.createDirectories(folder);
        long used = 0;
        for (Path file : files()) {
            BasicFileAttributes attributes = attributes(file);
            used += attributes == null ? 0 : attributes.size();
        }
        if (used + maxBytes * (begun.size() + 1) > maxTotalBytes) {
            throw new RefusedRunException("there may be no room for another recording: the folder holds " + used
                    + " bytes and may hold " + maxTotalBytes + " (kongguard.ingest.recordings.max-total-size)");
        }
        begun.add(name);
        return path;
    }

    synchronized void ended(String name) {
        begun.remove(name);
    }

    private Path path(String name) {
        if (!StoredRecording.isName(name)) {
            throw new RefusedRunException("this is no name of a recording");
        }
        return folder.resolve(name + ENDING);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Null when it vanished meanwhile. */
    private static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
