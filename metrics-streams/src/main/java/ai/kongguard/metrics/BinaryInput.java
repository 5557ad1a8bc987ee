package ai.kongguard.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.store.CollapsingLowestDenseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link BinaryOutput} wrote. */
final class BinaryInput {

    private final byte[] bytes;
    private int at;

    BinaryInput(byte[] bytes) {
        this(bytes, 0);
    }

    BinaryInput(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    int readByte() {
        return bytes[at++] & 0xff;
    }

    long readLong() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
    }

    int readInt() {
        return Math.toIntExact(readLong());
    }

    double readDouble() {
        long bits = 0;
        for (int i = 0; i < Double.BYTES; i++) {
            bits = bits << 8 | readByte();
        }
        return Double.longBitsToDouble(bits);
    }

    String readText() {
        int length = readInt();
        String text = new String(bytes, at, length, UTF_8);
        at += length;
        return text;
    }

    List<String> readTexts() {
        int size = readInt();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(readText());
        }
        return texts;
    }

    /** As many as {@code into} holds; a writer that knew fewer leaves the rest, one that knew more is cut. */
    void readLongs(long[] into) {
        int written = readInt();
        for (int i = 0; i < written; i++) {
            long value = readLong();
            if (i < into.length) {
                into[i] = value;
            }
        }
    }

    DDSketch readSketch(int maxBins) {
        int length = readInt();
        ByteArrayInput input = ByteArrayInput.wrap(bytes, at, length);
        at += length;
        try {
            return DDSketch.decode(input, () -> new CollapsingLowestDenseStore(maxBins));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
