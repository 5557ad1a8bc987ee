package ai.kongguard.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Frames as clients send them, and as they must not. */
public final class ClientFrames {

    private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};

    private ClientFrames() {}

    public static byte[] text(String text) {
        return masked(0x81, text.getBytes(UTF_8));
    }

    /** Any frame; {@code firstByte} is the final bit, the reserved ones and the kind. */
    public static byte[] masked(int firstByte, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put((byte) firstByte);
        if (payload.length <= 125) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length <= 0xFFFF) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.put(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ MASK[i % MASK.length]));
        }
        return Arrays.copyOf(frame.array(), frame.position());
    }

    public static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
