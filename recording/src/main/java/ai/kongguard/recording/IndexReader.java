package ai.kongguard.recording;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads the index that a footer points to. */
final class IndexReader {

    private IndexReader() {}

    /** Null when what stands there is none: the file is damaged, and reading it from the start tells where. */
    static @Nullable RecordingIndex read(InputStream in) {
        try (LineReader lines = new LineReader(new FrameReader(in))) {
            byte[] line = lines.next();
            return line == null ? null : Lines.index(Lines.parse(line));
        } catch (IOException | IllegalArgumentException | ArithmeticException | JacksonException e) {
            return null;
        }
    }
}
