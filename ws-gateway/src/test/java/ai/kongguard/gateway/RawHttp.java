package ai.kongguard.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Calls from an address of its choice and with headers that well-behaved clients do not let a caller set. */
final class RawHttp {

    private final int port;
    private final String from;

    /** {@code from} is an address of this machine. */
    RawHttp(int port, String from) {
        this.port = port;
        this.from = from;
    }

    /** The status of the answer; {@code headers} are whole lines. */
    int status(String method, String path, String body, String... headers) throws IOException {
        return Integer.parseInt(answer(method, path, body, headers).split(" ", 3)[1]);
    }

    /** The answer as it came; a socket that is upgraded is left at once. */
    String answer(String method, String path, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        String more = String.join("\r\n", headers);
        request.append(more).append(headers.length == 0 ? "" : "\r\n");
        if (!more.contains("Host:")) {
            request.append("Host: 127.0.0.1:").append(port).append("\r\n");
        }
        if (!more.contains("Connection:")) {
            request.append("Connection: close\r\n");
        }
        request.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((request + body).getBytes(UTF_8));
            socket.getOutputStream().flush();
            return more.contains("Upgrade:")
                    ? new String(socket.getInputStream().readNBytes(32), UTF_8)
                    : new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** The status of an attempt to open the socket. */
    int handshake(String... headers) throws IOException {
        String[] all = new String[headers.length + 4];
        all[0] = "Connection: Upgrade";
        all[1] = "Upgrade: websocket";
        all[2] = "Sec-WebSocket-Version: 13";
        all[3] = "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==";
        System.arraycopy(headers, 0, all, 4, headers.length);
        return status("GET", "/ws", "", all);
    }
}
