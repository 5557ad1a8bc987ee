package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.CloseReason;
import ai.kongguard.gateway.Frame;
import ai.kongguard.gateway.Outbox.Urgent;
import ai.kongguard.gateway.RateCap;
import ai.kongguard.gateway.ws.SocketEndpoint.Opening;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket after its handshake. Tomcat makes it, tells it when there is something to read, one thread at a time, and owns
 * the socket; {@link #prepare} comes first.
 */
public final class UpgradedSocket implements InternalHttpUpgradeHandler, FrameReader.Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(UpgradedSocket.class);
    private static final int READ_BYTES = 4096;

    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();
    private @Nullable SocketUpgrade upgrade;
    private @Nullable Opening opening;
    private @Nullable SocketWrapperBase<?> socket;
    private @Nullable SocketConnection connection;
    private @Nullable FrameReader reader;
    private @Nullable RateCap frames;
    private volatile @Nullable SocketSession session;
    private boolean counted;
    private boolean deaf;
    private volatile long heardNanos;
    private volatile long pingedNanos;

    /** For Tomcat. */
    public UpgradedSocket() {
        // What it needs comes with prepare and setSocketWrapper.
    }

    void prepare(SocketUpgrade itsUpgrade, Opening itsOpening) {
        upgrade = itsUpgrade;
        opening = itsOpening;
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        socket = wrapper;
    }

    @Override
    public void init(WebConnection webConnection) {
        SocketUpgrade of = upgrade();
        Opening by = Objects.requireNonNull(opening);
        heardNanos = of.nanos();
        pingedNanos = heardNanos;
        SocketConnection to =
                new SocketConnection(Objects.requireNonNull(socket), of.sendTimeout(), of.closers(), this::end);
        connection = to;
        reader = new FrameReader(of.limits().maxMessageBytes(), this);
        frames = new RateCap(of.limits().maxFramesPerSecond(), heardNanos);
        of.sockets().add(this);
        counted = of.addresses().enter(by.address());
        if (counted) {
            session = of.endpoint().open(to, by);
            if (ended.get()) {
                // It was gone before it had a session that could be told.
                tellEnd();
            }
        } else {
            of.refused(CloseReason.ADDRESS_FULL);
            to.close(CloseReason.ADDRESS_FULL, CloseReason.ADDRESS_FULL.text());
        }
    }

    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        if (event == SocketEvent.OPEN_WRITE) {
            return SocketState.UPGRADED;
        }
        if (event == SocketEvent.OPEN_READ && readAll()) {
            return SocketState.UPGRADED;
        }
        end();
        return SocketState.CLOSED;
    }

    /** False when nothing more will come. */
    private boolean readAll() {
        ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);
        try {
            while (true) {
                int read = Objects.requireNonNull(socket).read(false, buffer.clear());
                if (read <= 0) {
                    return read == 0;
                }
                heardNanos = upgrade().nanos();
                if (!deaf) {
                    Objects.requireNonNull(reader).read(buffer.flip());
                }
            }
        } catch (BrokenRuleException e) {
            LOG.debug(
                    "Closing a session of {}: {}",
                    Objects.requireNonNull(opening).address(),
                    e.getMessage());
            // What else it sends is read and thrown away, since a socket closed with bytes unread loses the close
            // frame.
            deaf = true;
            close(e.reason());
            return true;
        } catch (IOException e) {
            LOG.debug("A session of {} failed", Objects.requireNonNull(opening).address(), e);
            return false;
        }
    }

    /** Pings when it is time to; ends the session of a client that has been silent. */
    void beat(long now) {
        SocketSession open = session;
        if (open == null || ended.get()) {
            return;
        }
        if (now - heardNanos > upgrade().limits().silence().toNanos()) {
            close(CloseReason.SILENT);
        } else if (now - pingedNanos >= upgrade().limits().pingEvery().toNanos()) {
            pingedNanos = now;
            open.outbox().offer(Urgent.PING, Frame.ping(bytes(now)));
        }
    }

    @Override
    public void frame() {
        RateCap cap = Objects.requireNonNull(frames);
        if (cap.allowance(upgrade().nanos()) < 1) {
            throw new BrokenRuleException(CloseReason.TOO_MANY_FRAMES, "more than one second's frames at once");
        }
        cap.spend(1);
    }

    @Override
    public void text(String text) {
        withSession(open -> open.receive(text));
    }

    @Override
    public void ping(byte[] payload) {
        withSession(open -> open.outbox().offer(Urgent.PONG, Frame.pong(payload)));
    }

    /** Only the answer to the last ping tells anything: others may be late, or made up. */
    @Override
    public void pong(byte[] payload) {
        long sent = pingedNanos;
        if (payload.length == Long.BYTES && ByteBuffer.wrap(payload).getLong() == sent) {
            Duration took = Duration.ofNanos(upgrade().nanos() - sent);
            withSession(open -> open.roundTrip(took));
        }
    }

    @Override
    public void goodbye() {
        deaf = true;
        if (Objects.requireNonNull(connection).goodbye()) {
            close(CloseReason.CLIENT);
        }
    }

    private void close(CloseReason reason) {
        withSession(open -> open.close(reason));
    }

    /** A client that was refused has none, and only takes its leave. */
    private void withSession(Consumer<SocketSession> action) {
        SocketSession open = session;
        if (open != null) {
            action.accept(open);
        }
    }

    private void end() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        tellEnd();
        if (counted) {
            upgrade().addresses().leave(Objects.requireNonNull(opening).address());
        }
        upgrade().sockets().remove(this);
    }

    private void tellEnd() {
        SocketSession open = session;
        if (open != null && told.compareAndSet(false, true)) {
            open.ended();
        }
    }

    private SocketUpgrade upgrade() {
        return Objects.requireNonNull(upgrade);
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    @Override
    public void destroy() {
        end();
    }

    @Override
    public void setSslSupport(SSLSupport ssl) {
        // The frames are the same.
    }

    @Override
    public void pause() {
        // The lifecycle of the fan-out closes sessions before the server pauses.
    }

    @Override
    public void timeoutAsync(long now) {
        // Nothing here is asynchronous in the sense of servlets.
    }
}
