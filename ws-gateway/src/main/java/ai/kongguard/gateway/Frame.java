package ai.kongguard.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One WebSocket frame of the server as it goes over the wire, made once and shared by every session that is sent it.
 * Immutable.
 */
public final class Frame {

    private static final int FINAL = 0x80;
    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;

    /** Lengths up to this one fit into the second byte; further ones announce two or eight bytes. */
    private static final int SHORT_PAYLOAD = 125;

    private static final int LENGTH_IN_TWO_BYTES = 126;
    private static final int LENGTH_IN_EIGHT_BYTES = 127;
    private static final int TWO_BYTES_MAX = 0xFFFF;

    private final byte[] wire;
    private final int headerBytes;
    private final long verdicts;
    private final double weight;

    /** A text frame that is as important as any; the parameters are those of the other constructor. */
    public Frame(String text, long verdicts) {
        this(text, verdicts, 1);
    }

    /**
     * A text frame.
     *
     * @param text a JSON object in ASCII
     * @param verdicts how many verdicts a session that does not get this frame misses
     * @param weight 0-1: how important it is to a session that cannot take everything
     */
    public Frame(String text, long verdicts, double weight) {
        this(TEXT, text.getBytes(ISO_8859_1), verdicts, weight);
    }

    private Frame(int opcode, byte[] payload, long verdicts, double weight) {
        this.verdicts = verdicts;
        this.weight = weight;
        headerBytes = payload.length <= SHORT_PAYLOAD ? 2 : payload.length <= TWO_BYTES_MAX ? 4 : 10;
        ByteBuffer frame = ByteBuffer.allocate(headerBytes + payload.length);
        frame.put((byte) (FINAL | opcode));
        if (headerBytes == 2) {
            frame.put((byte) payload.length);
        } else if (headerBytes == 4) {
            frame.put((byte) LENGTH_IN_TWO_BYTES).putShort((short) payload.length);
        } else {
            frame.put((byte) LENGTH_IN_EIGHT_BYTES).putLong(payload.length);
        }
        wire = frame.put(payload).array();
    }

    /** Asks the client to answer with the same payload, of at most 125 bytes. */
    public static Frame ping(byte[] payload) {
        return new Frame(PING, checked(payload), 0, 1);
    }

    /** Answers a client's ping. */
    public static Frame pong(byte[] payload) {
        return new Frame(PONG, checked(payload), 0, 1);
    }

    /** The last frame of a session; {@code text} has at most 123 bytes. */
    public static Frame close(int code, String text) {
        byte[] reason = text.getBytes(UTF_8);
        return new Frame(
                CLOSE,
                checked(ByteBuffer.allocate(2 + reason.length)
                        .putShort((short) code)
                        .put(reason)
                        .array()),
                0,
                1);
    }

    /** The whole frame, header first, at a position of its own. */
    public ByteBuffer wire() {
        return ByteBuffer.wrap(wire).asReadOnlyBuffer();
    }

    /** Size of the payload. */
    public int bytes() {
        return wire.length - headerBytes;
    }

    /** The payload of a text frame. */
    public String text() {
        return new String(wire, headerBytes, bytes(), ISO_8859_1);
    }

    /** How many verdicts a session that does not get this frame misses. */
    public long verdicts() {
        return verdicts;
    }

    /** From 0 to 1: how important it is to a session that cannot take everything. */
    public double weight() {
        return weight;
    }

    @Override
    public String toString() {
        return "Frame of " + bytes() + " bytes: "
                + new String(Arrays.copyOf(wire, Math.min(wire.length, 80)), ISO_8859_1);
    }

    private static byte[] checked(byte[] controlPayload) {
        if (controlPayload.length > SHORT_PAYLOAD) {
            throw new IllegalArgumentException("A control frame holds 125 bytes, not " + controlPayload.length);
        }
        return controlPayload;
    }
}
