package ai.kongguard.recording;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a recording, each as a whole: nothing of a frame is given out before its checksum was found right. One thread.
 */
final class FrameReader implements Closeable {

    /** Announces the length of the compressed frame that follows; other programs skip it. */
    static final int LENGTH_MAGIC = 0x184D2A51;

    static final int LENGTH_BYTES = 12;

    /** A block holds about a megabyte, and more only for one record that is larger; also the longest index. */
    static final int MAX_BYTES = 64 * 1024 * 1024;

    private final InputStream in;

    FrameReader(InputStream in) {
        this.in = in;
    }

    static byte[] length(int compressedBytes) {
        return ByteBuffer.allocate(LENGTH_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(LENGTH_MAGIC)
                .putInt(Integer.BYTES)
                .putInt(compressedBytes)
                .array();
    }

    /** The content of the next frame; null at the end of the file. */
    byte @Nullable [] next() throws IOException {
        byte[] announced = in.readNBytes(LENGTH_BYTES);
        if (announced.length == 0) {
            return null;
        }
        ByteBuffer header = ByteBuffer.wrap(announced).order(ByteOrder.LITTLE_ENDIAN);
        if (announced.length < LENGTH_BYTES) {
            throw new IOException("the file is cut off here");
        }
        if (header.getInt() != LENGTH_MAGIC || header.getInt() != Integer.BYTES) {
            throw new IOException("these bytes are no part of a recording");
        }
        int length = header.getInt();
        if (length <= 0 || length > MAX_BYTES) {
            throw new IOException("a block says that it has " + length + " bytes");
        }
        byte[] compressed = in.readNBytes(length);
        if (compressed.length < length) {
            throw new IOException("the file is cut off here");
        }
        return decompressed(compressed);
    }

    private static byte[] decompressed(byte[] compressed) throws IOException {
        long size = Zstd.getFrameContentSize(compressed);
        if (size < 0 || size > MAX_BYTES) {
            throw new IOException("a block does not tell its size, or one above " + MAX_BYTES + " bytes");
        }
        try {
            byte[] content = Zstd.decompress(compressed, (int) size);
            if (content.length != size) {
                throw new IOException("a block has not the size that it tells");
            }
            return content;
        } catch (ZstdException e) {
            throw new IOException("a block is damaged: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
