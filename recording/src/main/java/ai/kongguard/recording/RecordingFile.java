package ai.kongguard.recording;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Where a recording is written to: a file that has its name only once it is complete and is called {@code NAME.part} before, or a
 * stream. Closed without {@link #complete}, it leaves the {@code .part}, which can be read up to where it was cut off, unless it is
 * empty. One thread.
 */
public final class RecordingFile implements Closeable {

    private static final int BUFFER_BYTES = 256 * 1024;

    private final RecordingWriter writer;
    private final @Nullable Path part;
    private final @Nullable Path path;
    private boolean complete;

    private RecordingFile(OutputStream out, Manifest manifest, @Nullable Path part, @Nullable Path path)
            throws IOException {
        this.writer = new RecordingWriter(out, manifest);
        this.part = part;
        this.path = path;
    }

    /**
     * Into a file.
     *
     * @param overwrite whether one that has this name already is replaced
     * @throws FileAlreadyExistsException when it is not
     */
    public static RecordingFile at(Path path, boolean overwrite, Manifest manifest) throws IOException {
        if (!overwrite && Files.exists(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        Path part = path.resolveSibling(path.getFileName() + ".part");
        return new RecordingFile(
                new BufferedOutputStream(Files.newOutputStream(part), BUFFER_BYTES), manifest, part, path);
    }

    /** Into a stream that stays open, such as standard output. */
    public static RecordingFile to(OutputStream out, Manifest manifest) throws IOException {
        OutputStream open = new FilterOutputStream(new BufferedOutputStream(out, BUFFER_BYTES)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                out.flush();
            }
        };
        return new RecordingFile(open, manifest, null, null);
    }

    /** Takes the records. */
    public RecordingWriter writer() {
        return writer;
    }

    /** Ends the recording and gives the file its name. */
    public void complete() throws IOException {
        writer.close();
        complete = true;
        if (part != null && path != null) {
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        if (!complete) {
            writer.abandon();
            if (part != null && writer.records() == 0) {
                Files.deleteIfExists(part);
            }
        }
    }
}
