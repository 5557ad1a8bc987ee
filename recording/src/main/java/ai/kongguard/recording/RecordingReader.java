package ai.kongguard.recording;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads a recording from any stream, forwards only, one block in memory. Whatever is damaged, cut off or forged ends it with a
 * {@link DamagedRecordingException} that names the record; those before it were given out already. One thread.
 */
public final class RecordingReader implements Closeable {

    private static final int BUFFER_BYTES = 256 * 1024;

    private final LineReader lines;
    private final boolean fromStart;
    private final MessageDigest digest = RecordingWriter.sha256();
    private long records;
    private @Nullable RecordingIndex index;

    private RecordingReader(InputStream in, long firstRecord) {
        lines = new LineReader(new FrameReader(new BufferedInputStream(in, BUFFER_BYTES)));
        fromStart = firstRecord == 0;
        records = firstRecord;
    }

    /** The records of a block and of those after it; {@code in} begins with it. */
    static RecordingReader from(InputStream in, Block block) {
        return new RecordingReader(in, block.firstRecord());
    }

    /** Reads from the start; the manifest comes first. */
    static RecordingReader start(InputStream in) {
        return new RecordingReader(in, 0);
    }

    /** A recording that comes from anywhere, such as standard input. */
    public static RecordingReader of(InputStream in) throws IOException {
        RecordingReader reader = start(in);
        reader.manifest();
        return reader;
    }

    Manifest manifest() throws IOException {
        try {
            byte[] line = lines.next();
            if (line == null) {
                throw new NotARecordingException("it is empty", null);
            }
            return Lines.manifest(Lines.parse(line));
        } catch (NotARecordingException e) {
            throw e;
        } catch (IllegalArgumentException | DateTimeException | JacksonException | IOException e) {
            throw new NotARecordingException(reason(e), e);
        }
    }

    /** The next record; null after the last one, and then the checksum of all was right. */
    public @Nullable RecordedRecord next() throws IOException {
        if (index != null) {
            return null;
        }
        try {
            byte[] line = lines.next();
            if (line == null) {
                throw new IllegalArgumentException("the file ends here without its index: it was cut off");
            }
            Map<String, @Nullable Object> parsed = Lines.parse(line);
            if (!parsed.containsKey("topic")) {
                index = checked(Lines.index(parsed));
                return null;
            }
            RecordedRecord record = Lines.record(parsed);
            digest.update(line);
            digest.update((byte) '\n');
            records++;
            return record;
        } catch (IllegalArgumentException | ArithmeticException | JacksonException | IOException e) {
            throw new DamagedRecordingException(records, reason(e), e);
        }
    }

    /** The number of the record that comes next, from 0. */
    public long position() {
        return records;
    }

    private RecordingIndex checked(RecordingIndex found) {
        if (found.records() != records) {
            throw new IllegalArgumentException(
                    "the index tells of " + found.records() + " records, and there were " + records);
        }
        if (fromStart && !found.sha256().equals(HexFormat.of().formatHex(digest.digest()))) {
            throw new IllegalArgumentException("the records are not those that the checksum was made of");
        }
        return found;
    }

    private static String reason(Exception e) {
        String message = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
