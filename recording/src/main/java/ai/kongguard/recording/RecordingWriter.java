package ai.kongguard.recording;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes a recording to any stream, forwards only, keeping one block and the index in memory. {@link #close} ends it with the index; a
 * writer that was not closed leaves a recording that counts as cut off. One thread.
 */
public final class RecordingWriter implements Closeable {

    /** What ends a recording: a skippable frame of Zstandard with the place of the index. */
    static final int FOOTER_MAGIC = 0x184D2A50;

    /** After the place of the index; tells that the footer is ours. */
    static final long FOOTER_MARK = 0x31524547_4E4F4B47L;

    static final int FOOTER_BYTES = 24;

    /** Of uncompressed lines; large enough to compress well, small enough to seek in. */
    private static final int BLOCK_BYTES = 1024 * 1024;

    private static final int LEVEL = 3;

    private final OutputStream out;
    private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true);
    private final MessageDigest digest = sha256();
    private final List<Block> blocks = new ArrayList<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(BLOCK_BYTES + BLOCK_BYTES / 4);

    private long position;
    private long records;
    private int recordsOfBlock;
    private long minOfBlock;
    private long maxOfBlock;
    private boolean closed;

    /** Begins with the manifest. The stream is closed with the recording. */
    public RecordingWriter(OutputStream out, Manifest manifest) throws IOException {
        this.out = out;
        frame(Lines.manifest(manifest));
    }

    /**
     * Adds a record; records are read in the order in which they are written.
     *
     * @throws IOException also for one that is larger than a reader accepts; Kafka's own bound is far below
     */
    public void write(RecordedRecord record) throws IOException {
        byte[] line = Lines.record(record);
        if (line.length > FrameReader.MAX_BYTES - BLOCK_BYTES) {
            throw new IOException("record " + record.topic() + "-" + record.partition() + "@" + record.offset()
                    + " takes " + line.length + " bytes, more than a recording can hold");
        }
        digest.update(line);
        lines.write(line, 0, line.length);
        minOfBlock = recordsOfBlock == 0 ? record.timestamp() : Math.min(minOfBlock, record.timestamp());
        maxOfBlock = recordsOfBlock == 0 ? record.timestamp() : Math.max(maxOfBlock, record.timestamp());
        recordsOfBlock++;
        records++;
        if (lines.size() >= BLOCK_BYTES) {
            endBlock();
        }
    }

    /** Ends the block, so that all up to here can be read should the process be killed. Small blocks compress worse. */
    public void flush() throws IOException {
        endBlock();
        out.flush();
    }

    /** How many records were written. */
    public long records() {
        return records;
    }

    /** Bytes of the file so far, without the block that is being filled. */
    public long bytes() {
        return position;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out;
                zstd) {
            endBlock();
            long indexAt = position;
            frame(Lines.index(index()));
            ByteBuffer footer = ByteBuffer.allocate(FOOTER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            footer.putInt(FOOTER_MAGIC).putInt(Long.BYTES * 2).putLong(indexAt).putLong(FOOTER_MARK);
            out.write(footer.array());
            position += FOOTER_BYTES;
        }
    }

    /** Gives the file up: it stays cut off. */
    public void abandon() throws IOException {
        closed = true;
        zstd.close();
        out.close();
    }

    private RecordingIndex index() {
        long min = blocks.stream().mapToLong(Block::minTimestamp).min().orElse(0);
        long max = blocks.stream().mapToLong(Block::maxTimestamp).max().orElse(0);
        return new RecordingIndex(records, min, max, HexFormat.of().formatHex(digest.digest()), blocks);
    }

    private void endBlock() throws IOException {
        if (recordsOfBlock == 0) {
            return;
        }
        blocks.add(new Block(position, records - recordsOfBlock, recordsOfBlock, minOfBlock, maxOfBlock));
        frame(lines.toByteArray());
        lines.reset();
        recordsOfBlock = 0;
    }

    private void frame(byte[] content) throws IOException {
        byte[] compressed = zstd.compress(content);
        out.write(FrameReader.length(compressed.length));
        out.write(compressed);
        position += FrameReader.LENGTH_BYTES + compressed.length;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
