package ai.kongguard.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A recording in a file. Immutable; the file is opened anew by each reader.
 *
 * @param path of the file
 * @param manifest what it says of itself
 * @param index null when the file was cut off: it can be read up to there, and not be sought in
 */
public record Recording(Path path, Manifest manifest, @Nullable RecordingIndex index) {

    /**
     * Looks at its two ends.
     *
     * @throws NotARecordingException when it is none
     */
    public static Recording open(Path path) throws IOException {
        Manifest manifest;
        try (RecordingReader reader = RecordingReader.start(in(path, 0))) {
            manifest = reader.manifest();
        }
        return new Recording(path, manifest, index(path));
    }

    /** Reads from the first record on. */
    public RecordingReader read() throws IOException {
        RecordingReader reader = RecordingReader.start(in(path, 0));
        reader.manifest();
        return reader;
    }

    /** Reads from a block on, which the index named. */
    public RecordingReader readFrom(Block block) throws IOException {
        return RecordingReader.from(in(path, block.position()), block);
    }

    private static InputStream in(Path path, long position) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        file.position(position);
        return Channels.newInputStream(file);
    }

    private static @Nullable RecordingIndex index(Path path) throws IOException {
        long at;
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = file.size();
            if (size < RecordingWriter.FOOTER_BYTES) {
                return null;
            }
            ByteBuffer footer =
                    ByteBuffer.allocate(RecordingWriter.FOOTER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            while (footer.hasRemaining()) {
                if (file.read(footer, size - footer.remaining()) < 0) {
                    return null;
                }
            }
            footer.flip();
            if (footer.getInt() != RecordingWriter.FOOTER_MAGIC || footer.getInt() != Long.BYTES * 2) {
                return null;
            }
            at = footer.getLong();
            if (footer.getLong() != RecordingWriter.FOOTER_MARK || at < 0 || at >= size) {
                return null;
            }
        }
        return IndexReader.read(in(path, at));
    }
}
