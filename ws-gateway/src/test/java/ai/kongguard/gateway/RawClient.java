package ai.kongguard.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A client of {@code /ws} that may send anything, reads when it is told to, and answers nothing by itself. */
final class RawClient implements AutoCloseable {

    /** A frame of the server. */
    record Received(int kind, byte[] payload) {

        String text() {
            return new String(payload, ISO_8859_1);
        }

        int closeCode() {
            return ByteBuffer.wrap(payload).getShort();
        }

        String closeText() {
            return new String(payload, 2, payload.length - 2, ISO_8859_1);
        }
    }

    static final int TEXT = 0x1;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    private static final int PATIENCE_MS = 30_000;

    private final Socket socket;
    private final DataInputStream in;

    /** Connects and says nothing. */
    RawClient(int port, int receiveBytes) throws IOException {
        socket = new Socket();
        if (receiveBytes > 0) {
            socket.setReceiveBufferSize(receiveBytes);
        }
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MS);
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
    }

    /** Connects and shakes hands. */
    static RawClient open(int port, String... headers) throws IOException {
        RawClient client = new RawClient(port, 0);
        client.shakeHands(headers);
        return client;
    }

    void shakeHands(String... headers) throws IOException {
        String more = String.join(
                "", Arrays.stream(headers).map(header -> header + "\r\n").toList());
        send(("GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" + more
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
                .getBytes(ISO_8859_1));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) in.readUnsignedByte());
        }
        // The key and its answer are the example of RFC 6455.
        if (!answer.toString().startsWith("HTTP/1.1 101")
                || answer.indexOf("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=") < 0) {
            throw new IOException(answer.toString());
        }
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The next frame of this kind; others are left out. */
    Received await(int kind) throws IOException {
        while (true) {
            Received frame = read();
            if (frame.kind() == kind) {
                return frame;
            }
        }
    }

    Received read() throws IOException {
        int kind = in.readUnsignedByte() & 0xF;
        int length = in.readUnsignedByte();
        length = length == 126 ? in.readUnsignedShort() : length == 127 ? Math.toIntExact(in.readLong()) : length;
        byte[] payload = new byte[length];
        in.readFully(payload);
        return new Received(kind, payload);
    }

    /** Whether the server has ended the connection, rather than waiting for more. */
    boolean isEnded() throws IOException {
        return in.read() < 0;
    }

    /** Resets the connection, as the network does to a peer that is gone. */
    void vanish() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
