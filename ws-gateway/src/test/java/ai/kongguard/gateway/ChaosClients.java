package ai.kongguard.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that misbehave, each in its own way, the same ones in every run. */
final class ChaosClients implements AutoCloseable {

    /** What a client does once it is connected. */
    enum Kind {
        /** Breaks off within the handshake. */
        HALF_A_HANDSHAKE,
        /** Says something else than HTTP. */
        NO_HANDSHAKE,
        /** Shakes hands and resets the connection. */
        VANISHES,
        /** Shakes hands and never reads. */
        FREEZES,
        /** Sends random bytes for frames. */
        GARBAGE,
        /** Sends a frame that is not masked. */
        UNMASKED,
        /** Sends more than a message may hold. */
        OVERSIZE,
        /** Sends pings as fast as it can. */
        FLOODS,
        /** Reads a little and says goodbye. */
        LEAVES
    }

    private static final int AT_ONCE = 16;
    private static final int TINY_WINDOW = 4_096;

    private final int port;
    private final long seed;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final Queue<RawClient> frozen = new ConcurrentLinkedQueue<>();

    ChaosClients(int port, long seed) {
        this.port = port;
        this.seed = seed;
    }

    /** Lets them all loose, some at a time; returns when each has done what it does, and tells how many did what. */
    Map<Kind, Integer> run(int clients) throws Exception {
        Map<Kind, Integer> done = new EnumMap<>(Kind.class);
        List<Future<Kind>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Random random = new Random(seed + i);
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            running.add(threads.submit(() -> {
                misbehave(kind, random);
                return kind;
            }));
        }
        for (Future<Kind> client : running) {
            done.merge(client.get(), 1, Integer::sum);
        }
        return done;
    }

    private void misbehave(Kind kind, Random random) throws IOException {
        RawClient client = new RawClient(port, kind == Kind.FREEZES ? TINY_WINDOW : 0);
        switch (kind) {
            case HALF_A_HANDSHAKE -> client.send("GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpg".getBytes(US_ASCII));
            case NO_HANDSHAKE -> client.send(bytes(random, 300));
            default -> client.shakeHands();
        }
        switch (kind) {
            case FREEZES -> {
                frozen.add(client);
                return;
            }
            case VANISHES -> {
                client.read();
                client.vanish();
            }
            case GARBAGE -> {
                // It may be the beginning of a long frame, of which the server awaits the rest.
                client.send(bytes(random, 2_000));
                client.read();
            }
            case UNMASKED -> sendAndAwaitClose(client, new byte[] {(byte) 0x81, 3, 'h', 'e', 'y'});
            case OVERSIZE ->
                sendAndAwaitClose(client, ClientFrames.masked(0x81, new byte[200_000 + random.nextInt(999)]));
            case FLOODS -> sendAndAwaitClose(client, flood());
            case LEAVES -> {
                client.await(RawClient.TEXT);
                sendAndAwaitClose(client, ClientFrames.masked(0x88, new byte[] {3, (byte) 0xE8}));
            }
            default -> client.send(new byte[0]);
        }
        client.close();
    }

    private static void sendAndAwaitClose(RawClient client, byte[] bytes) throws IOException {
        client.send(bytes);
        client.await(RawClient.CLOSE);
    }

    private static byte[] flood() {
        return ClientFrames.join(Collections.nCopies(200, ClientFrames.masked(0x89, new byte[] {1}))
                .toArray(byte[][]::new));
    }

    private static byte[] bytes(Random random, int most) {
        byte[] bytes = new byte[1 + random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        frozen.forEach(RawClient::close);
    }
}
