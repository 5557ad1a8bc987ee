package ai.kongguard.gateway;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The send queue of one session, and the place that decides what a slow client loses. Feed frames that do not fit are
 * dropped, the lightest first, and told in a gap frame as soon as there is room; of {@link Urgent} kinds only the newest frame waits, and it
 * goes first. Whoever offers never waits: what waits is sent together, by the executor or by whatever thread ends the last
 * send, and the next send begins when that one is through. Thread-safe.
 */
public final class Outbox {

    /** Kinds of frames that do not wait in line, in the order in which they go; a newer one replaces the one that waits. */
    public enum Urgent {
        PONG,
        PING,
        GREETING,
        HEARTBEAT,
        METRICS
    }

    /**
     * The shared parts of outboxes.
     *
     * @param maxBytes of the frames that wait in line
     * @param stallTimeout how long it may be full, or one send under way
     * @param senders runs the sends, which do not block
     * @param gapFrame tells a session how many verdicts it misses at this place
     */
    public record Rules(
            long maxBytes,
            Duration stallTimeout,
            Executor senders,
            LongSupplier nanoClock,
            LongFunction<Frame> gapFrame,
            GatewayMeters meters) {}

    private enum Send {
        STARTED,
        PENDING,
        DONE
    }

    private final Rules rules;
    private final Connection connection;
    private final Consumer<@Nullable Throwable> sent = this::sent;
    private final AtomicReference<Send> send = new AtomicReference<>(Send.DONE);

    private final Backlog backlog;
    private int underWay;
    private boolean sending;
    private long sendingSinceNanos;
    private boolean closed;
    private @Nullable CloseReason closeReason;
    private String closeText = "";

    /** Begins with {@code greeting}. */
    public Outbox(Rules rules, Connection connection, Frame greeting) {
        this.rules = rules;
        this.connection = connection;
        this.backlog = new Backlog(rules);
        offer(Urgent.GREETING, greeting);
    }

    /** Queues a feed frame, or drops it when there is no room. */
    public void offer(Frame frame) {
        startIf(queue(List.of(frame)));
    }

    /** Replaces the frame of this kind that waits, if any. */
    public void offer(Urgent kind, Frame frame) {
        startIf(queue(kind, frame));
    }

    /** Offers all of them; true when {@link #sendWaiting} has to be called, on any thread. */
    synchronized boolean queue(List<Frame> frames) {
        if (!takes(frames.size())) {
            return false;
        }
        frames.forEach(backlog::add);
        return beginSending();
    }

    /** As {@link #offer(Urgent, Frame)}; true when {@link #sendWaiting} has to be called, on any thread. */
    synchronized boolean queue(Urgent kind, Frame frame) {
        if (!takes(1)) {
            return false;
        }
        backlog.add(kind, frame);
        return beginSending();
    }

    /** Whether less than a quarter of it is used, so that a burst fits. */
    public synchronized boolean isRoomy() {
        return !closed && backlog.isRoomy();
    }

    /** Whether so many bytes would fit. */
    public synchronized boolean canTake(long bytes) {
        return !closed && backlog.hasRoomFor(bytes);
    }

    /** Whether it was full, or one send under way, for the stall timeout. */
    public synchronized boolean isStalled() {
        long now = rules.nanoClock.getAsLong();
        long timeout = rules.stallTimeout.toNanos();
        return !closed && (backlog.isFullFor(timeout, now) || (sending && now - sendingSinceNanos > timeout));
    }

    /** Drops what waits and closes the connection once the send under way is through. */
    public void close(CloseReason reason) {
        close(reason, reason.text());
    }

    /** The same, with more to tell: at most 123 bytes. */
    public void close(CloseReason reason, String text) {
        synchronized (this) {
            if (closed) {
                return;
            }
            discard();
            closeReason = reason;
            closeText = text;
            if (sending) {
                return;
            }
        }
        connection.close(reason, text);
    }

    /** The connection is gone; drops what waits. Tells why we closed it, null when we did not. */
    public synchronized @Nullable CloseReason abandon() {
        if (!closed) {
            discard();
        }
        return closeReason;
    }

    /** Sends what waits, and goes on until nothing does or a send is not through yet. Called once per true. */
    void sendWaiting() {
        while (true) {
            List<Frame> frames = next();
            if (frames.isEmpty()) {
                break;
            }
            send.set(Send.STARTED);
            connection.send(frames, sent);
            // Ends here unless the send was through before it returned; a loop, because recursion has no bound.
            if (send.compareAndSet(Send.STARTED, Send.PENDING)) {
                return;
            }
        }
        closeIfWanted();
    }

    private synchronized List<Frame> next() {
        List<Frame> frames = backlog.take();
        underWay = frames.size();
        sending = underWay > 0;
        sendingSinceNanos = rules.nanoClock.getAsLong();
        return frames;
    }

    private void sent(@Nullable Throwable failure) {
        if (failure == null) {
            rules.meters.sent(underWay);
        } else {
            fail();
        }
        if (send.getAndSet(Send.DONE) == Send.PENDING) {
            sendWaiting();
        }
    }

    private synchronized void fail() {
        rules.meters.dropped(underWay);
        if (!closed) {
            discard();
            closeReason = CloseReason.FAILED;
            closeText = CloseReason.FAILED.text();
        }
    }

    private void closeIfWanted() {
        CloseReason reason;
        String text;
        synchronized (this) {
            reason = closed ? closeReason : null;
            text = closeText;
        }
        if (reason != null) {
            connection.close(reason, text);
        }
    }

    private boolean takes(int frames) {
        rules.meters.offered(frames);
        if (closed) {
            rules.meters.dropped(frames);
        }
        return !closed;
    }

    private boolean beginSending() {
        if (sending) {
            return false;
        }
        sending = true;
        sendingSinceNanos = rules.nanoClock.getAsLong();
        return true;
    }

    private void startIf(boolean wanted) {
        if (wanted) {
            rules.senders.execute(this::sendWaiting);
        }
    }

    private void discard() {
        closed = true;
        backlog.discard();
    }
}
