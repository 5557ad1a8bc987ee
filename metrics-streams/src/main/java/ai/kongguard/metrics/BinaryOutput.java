package ai.kongguard.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.datadoghq.sketch.ddsketch.DDSketch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/** Writes stored and repartitioned values: variable-length integers, most of which are small. */
final class BinaryOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    BinaryOutput writeByte(int value) {
        bytes.write(value);
        return this;
    }

    /** Any value; those near zero, of either sign, are short. */
    BinaryOutput writeLong(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    BinaryOutput writeDouble(double value) {
        long bits = Double.doubleToLongBits(value);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.write((int) (bits >>> shift));
        }
        return this;
    }

    BinaryOutput writeText(String value) {
        byte[] text = value.getBytes(UTF_8);
        writeLong(text.length);
        bytes.write(text, 0, text.length);
        return this;
    }

    BinaryOutput writeTexts(Collection<String> values) {
        writeLong(values.size());
        values.forEach(this::writeText);
        return this;
    }

    BinaryOutput writeLongs(long[] values) {
        writeLong(values.length);
        for (long value : values) {
            writeLong(value);
        }
        return this;
    }

    BinaryOutput writeSketch(DDSketch sketch) {
        byte[] encoded = encode(sketch);
        writeLong(encoded.length);
        bytes.write(encoded, 0, encoded.length);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** The sketch's own encoding. */
    static byte[] encode(DDSketch sketch) {
        try {
            var output = com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput.withDefaultInitialCapacity();
            sketch.encode(output, false);
            return output.trimmedCopy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
