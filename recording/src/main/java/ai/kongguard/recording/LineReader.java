package ai.kongguard.recording;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a recording's frames. One thread. */
final class LineReader implements Closeable {

    private final FrameReader frames;
    private byte[] frame = new byte[0];
    private int from;

    LineReader(FrameReader frames) {
        this.frames = frames;
    }

    /** The next line without its line feed; null at the end. */
    byte @Nullable [] next() throws IOException {
        while (from == frame.length) {
            byte[] next = frames.next();
            if (next == null) {
                return null;
            }
            frame = next;
            from = 0;
        }
        for (int at = from; at < frame.length; at++) {
            if (frame[at] == '\n') {
                byte[] line = Arrays.copyOfRange(frame, from, at);
                from = at + 1;
                return line;
            }
        }
        throw new IOException("a block does not end with a line feed");
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }
}
