package ai.kongguard.ingest;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** A body that ends at its bound or where it breaks, and tells why. Not thread-safe. */
final class BoundedBody extends FilterInputStream {

    private final long maxBytes;
    private long read;
    private String fault = "";

    BoundedBody(InputStream in, long maxBytes) {
        super(in);
        this.maxBytes = maxBytes;
    }

    /** Why the rest was not read; empty when all was. */
    String fault() {
        return fault;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (!fault.isEmpty()) {
            return -1;
        }
        long room = maxBytes - read;
        if (room == 0) {
            if (super.read() >= 0) {
                fault = "the body is larger than " + maxBytes
                        + " bytes (kongguard.ingest.max-body-size), its rest was not read";
            }
            return -1;
        }
        try {
            int count = super.read(into, offset, (int) Math.min(length, room));
            read += Math.max(0, count);
            return count;
        } catch (ZipException | EOFException broken) {
            if (!(in instanceof InflaterInputStream)) {
                throw broken;
            }
            fault = "the compressed body breaks off after " + read + " bytes: " + broken.getMessage();
            return -1;
        }
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("read in blocks");
    }
}
