package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.CloseReason;
import ai.kongguard.gateway.Connection;
import ai.kongguard.gateway.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.net.SocketWrapperBase.BlockingMode;
import org.jspecify.annotations.Nullable;

/**
 * Writes finished frames to a socket of Tomcat. A plain socket is written to directly, which costs half of what Tomcat's
 * own way does; what it does not take at once, and all that has to be encrypted, goes that way.
 */
final class SocketConnection implements Connection {

    /** How long a client may take to answer our close frame. */
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final SocketWrapperBase<?> socket;
    private final @Nullable SocketChannel plain;
    private final long sendTimeoutMs;
    private final ScheduledExecutorService closers;
    private final Runnable gone;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile boolean broken;
    private volatile boolean clientSaidGoodbye;

    /**
     * A connection that ends when one send takes longer than {@code sendTimeout}.
     *
     * @param closers runs what may block for a moment, and what has to be done later
     * @param gone is told, at least once, when the socket was closed from our side
     */
    SocketConnection(
            SocketWrapperBase<?> socket, Duration sendTimeout, ScheduledExecutorService closers, Runnable gone) {
        this.socket = socket;
        this.sendTimeoutMs = sendTimeout.toMillis();
        this.closers = closers;
        this.gone = gone;
        this.plain = socket.getSocket() instanceof NioChannel channel
                        && channel.getClass() == NioChannel.class
                        && !socket.hasDataToWrite()
                ? channel.getIOChannel()
                : null;
    }

    @Override
    public void send(List<Frame> frames, Consumer<@Nullable Throwable> done) {
        try {
            if (frames.size() == 1) {
                send(frames.get(0).wire(), done);
            } else {
                send(frames.stream().map(Frame::wire).toArray(ByteBuffer[]::new), done);
            }
        } catch (IOException | RuntimeException e) {
            // The socket was closed a moment ago.
            broken = true;
            done.accept(e);
        }
    }

    @Override
    public void close(CloseReason reason, String text) {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        if (broken) {
            closers.execute(this::abort);
            return;
        }
        send(List.of(Frame.close(reason.code(), text)), failure -> {
            if (failure != null || clientSaidGoodbye) {
                closers.execute(this::abort);
            } else {
                var unused = closers.schedule(this::abort, GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    /** The client sent its close frame; ends the connection if it answers ours. True if it has still to be answered. */
    boolean goodbye() {
        clientSaidGoodbye = true;
        if (closing.get()) {
            closers.execute(this::abort);
            return false;
        }
        return true;
    }

    /** Closes the socket without a word. */
    void abort() {
        socket.close();
        gone.run();
    }

    private void send(ByteBuffer frame, Consumer<@Nullable Throwable> done) throws IOException {
        if (plain != null) {
            plain.write(frame);
        }
        finish(done, frame);
    }

    private void send(ByteBuffer[] frames, Consumer<@Nullable Throwable> done) throws IOException {
        if (plain != null) {
            plain.write(frames);
        }
        finish(done, frames);
    }

    private void finish(Consumer<@Nullable Throwable> done, ByteBuffer... frames) {
        if (frames[frames.length - 1].hasRemaining()) {
            socket.write(
                    BlockingMode.NON_BLOCK,
                    sendTimeoutMs,
                    TimeUnit.MILLISECONDS,
                    done,
                    SocketWrapperBase.COMPLETE_WRITE_WITH_COMPLETION,
                    new Completion(),
                    frames);
        } else {
            done.accept(null);
        }
    }

    private final class Completion implements CompletionHandler<Long, Consumer<@Nullable Throwable>> {

        @Override
        public void completed(Long bytes, Consumer<@Nullable Throwable> done) {
            done.accept(null);
        }

        @Override
        public void failed(Throwable failure, Consumer<@Nullable Throwable> done) {
            broken = true;
            done.accept(failure);
        }
    }
}
