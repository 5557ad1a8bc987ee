package ai.kongguard.benchmarks.fanout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * A process that is many clients of one WebSocket: one thread reads all their sockets and looks at the frames just enough to
 * count them and to see when they were sent, so that it takes little of what the server could use.
 *
 * <p>Says {@code CONNECTED} when all are; then {@code start} on its standard input begins to count, and {@code stop} prints
 * a line that {@link Received#parse} reads.
 */
public final class FanOutClient {

    /** Handshakes under way; more would overflow the server's backlog, and be retried by the kernel a second later. */
    private static final int HANDSHAKES = 64;

    private static final int READ_BYTES = 1 << 20;

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
    private final Tally tally = new Tally();
    private final InetSocketAddress server;
    private final int sessions;
    private int begun;
    private int connected;
    private volatile String command = "";

    private FanOutClient(int port, int sessions) throws IOException {
        server = new InetSocketAddress("127.0.0.1", port);
        this.sessions = sessions;
    }

    /** Arguments: port, sessions. */
    public static void main(String[] args) throws IOException {
        new FanOutClient(Integer.parseInt(args[0]), Integer.parseInt(args[1])).run();
    }

    private void run() throws IOException {
        Thread commands = new Thread(this::readCommands, "commands");
        commands.setDaemon(true);
        commands.start();
        while (!command.equals("quit")) {
            while (begun < sessions && begun - connected < HANDSHAKES) {
                connect();
            }
            selector.select(this::ready);
            obey();
        }
    }

    private void obey() {
        String wanted = command;
        if (wanted.equals("start")) {
            tally.reset();
        } else if (wanted.equals("stop")) {
            System.out.println(tally);
        } else {
            return;
        }
        command = "";
    }

    private void readCommands() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                command = line;
                selector.wakeup();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        command = "quit";
        selector.wakeup();
    }

    private void connect() throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
        key.attach(new ClientSession(channel, tally));
        channel.connect(server);
        begun++;
    }

    private void ready(SelectionKey key) {
        ClientSession session = (ClientSession) key.attachment();
        try {
            if (key.isConnectable()) {
                session.shakeHands(server);
                key.interestOps(SelectionKey.OP_READ);
            } else if (session.read(buffer) && ++connected == sessions) {
                System.out.println("CONNECTED");
            }
        } catch (IOException e) {
            key.cancel();
            session.close();
            if (session.isOpen()) {
                tally.close(String.valueOf(e.getMessage()));
            } else {
                // Not a session yet; another one takes its place.
                begun--;
            }
        }
    }
}
