package ai.kongguard.benchmarks.fanout;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One of many clients: takes frames apart, answers pings, and tallies texts. Used by one thread. */
final class ClientSession {

    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final String STAMPED = "{\"type\":\"threat_analysis\",\"event_id\":\"t";

    private final SocketChannel channel;
    private final Tally tally;
    private byte @Nullable [] left;
    private boolean open;

    ClientSession(SocketChannel channel, Tally tally) {
        this.channel = channel;
        this.tally = tally;
    }

    void shakeHands(InetSocketAddress server) throws IOException {
        channel.finishConnect();
        String request = "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:" + server.getPort()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(ISO_8859_1)));
    }

    /** Whether the handshake succeeded. */
    boolean isOpen() {
        return open;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what came, through a buffer that all share; true when that was the answer to the handshake. */
    boolean read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (left != null) {
            buffer.put(left);
            left = null;
        }
        if (channel.read(buffer) < 0) {
            throw new EOFException("closed without a close frame");
        }
        long now = System.nanoTime();
        buffer.flip();
        boolean opened = !open && readAnswer(buffer);
        while (open && readFrame(buffer, now)) {
            // On to the next one.
        }
        if (buffer.hasRemaining()) {
            left = new byte[buffer.remaining()];
            buffer.get(left);
        }
        return opened;
    }

    private boolean readAnswer(ByteBuffer buffer) throws IOException {
        String answer = text(buffer, buffer.position(), buffer.remaining());
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        if (!answer.startsWith("HTTP/1.1 101")) {
            throw new IOException(answer.lines().findFirst().orElse(""));
        }
        buffer.position(buffer.position() + end + 4);
        open = true;
        return true;
    }

    private boolean readFrame(ByteBuffer buffer, long now) throws IOException {
        int at = buffer.position();
        if (buffer.remaining() < 2) {
            return false;
        }
        int length = buffer.get(at + 1);
        int header = length < 126 ? 2 : length == 126 ? 4 : 10;
        if (buffer.remaining() < header) {
            return false;
        }
        length = header == 2 ? length : header == 4 ? buffer.getShort(at + 2) & 0xFFFF : (int) buffer.getLong(at + 2);
        if (buffer.remaining() < header + length) {
            return false;
        }
        int payload = at + header;
        switch (buffer.get(at) & 0xF) {
            case TEXT -> tally.frame(length, sentNanos(buffer, payload, length), now);
            case CONTINUATION -> tally.continued(length);
            case PING -> pong(buffer, payload, length);
            case CLOSE -> throw new IOException("closed with " + buffer.getShort(payload));
            default -> throw new IOException("frame of another kind: " + buffer.get(at));
        }
        buffer.position(payload + length);
        return true;
    }

    /** When the frame says that it was sent, by the clock that all processes of a Linux machine share; 0 when it does not. */
    private static long sentNanos(ByteBuffer buffer, int payload, int length) {
        if (length < STAMPED.length() + 20) {
            return 0;
        }
        for (int i = STAMPED.length() - 1; i >= 0; i--) {
            if (buffer.get(payload + i) != STAMPED.charAt(i)) {
                return 0;
            }
        }
        long nanos = 0;
        for (int at = payload + STAMPED.length(); buffer.get(at) != '"'; at++) {
            nanos = nanos * 10 + (buffer.get(at) - '0');
        }
        return nanos;
    }

    /** Masked by zero, which leaves the payload as it is. */
    private void pong(ByteBuffer buffer, int payload, int length) throws IOException {
        ByteBuffer pong = ByteBuffer.allocate(6 + length);
        pong.put((byte) (0x80 | PONG)).put((byte) (0x80 | length)).putInt(0).put(buffer.slice(payload, length));
        channel.write(pong.flip());
    }

    private static String text(ByteBuffer buffer, int at, int length) {
        byte[] bytes = new byte[length];
        buffer.get(at, bytes);
        return new String(bytes, ISO_8859_1);
    }
}
