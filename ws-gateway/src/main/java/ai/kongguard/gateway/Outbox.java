package ai.kongguard.gateway;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The send queue of one session, and the place that decides what a slow client loses. Feed frames that do not fit are
 * dropped and told in a gap frame as soon as there is room; of metrics only the newest frame waits, and it goes first.
 * Whoever offers never waits: one frame at a time is being sent, by the executor or by whatever thread ends the last
 * send. Thread-safe.
 */
public final class Outbox {

    /** The shared parts of all outboxes. */
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
    private final AtomicReference<Send> send = new AtomicReference<>(Send.DONE);

    private final Queue<Frame> queue = new ArrayDeque<>();
    private long queuedBytes;
    private @Nullable Frame greeting;
    private @Nullable Frame metrics;
    private long missed;
    private boolean sending;
    private long sendingSinceNanos;
    private boolean full;
    private long fullSinceNanos;
    private boolean closed;
    private @Nullable CloseReason closeReason;

    /** Begins with {@code greeting}. */
    public Outbox(Rules rules, Connection connection, Frame greeting) {
        this.rules = rules;
        this.connection = connection;
        this.greeting = greeting;
        rules.meters.offered();
        synchronized (this) {
            startSending();
        }
    }

    /** Queues a feed frame, or drops it when there is no room. */
    public synchronized void offer(Frame frame) {
        rules.meters.offered();
        if (closed) {
            rules.meters.dropped(1);
            return;
        }
        tellMissed(frame.bytes());
        if (missed == 0 && hasRoomFor(frame.bytes())) {
            enqueue(frame);
            startSending();
        } else {
            drop(frame);
        }
    }

    /** Replaces the metrics frame that waits, if any. */
    public synchronized void offerMetrics(Frame frame) {
        rules.meters.offered();
        if (closed) {
            rules.meters.dropped(1);
            return;
        }
        if (metrics != null) {
            rules.meters.conflated();
        }
        metrics = frame;
        tellMissed(0);
        startSending();
    }

    /** Whether less than half of it is used, so that a burst fits. */
    public synchronized boolean isRoomy() {
        return !closed && queuedBytes < rules.maxBytes / 2;
    }

    /** Whether so many bytes would fit. */
    public synchronized boolean canTake(long bytes) {
        return !closed && queuedBytes + bytes <= rules.maxBytes;
    }

    /** Whether it was full, or one frame under way, for the stall timeout. */
    public synchronized boolean isStalled() {
        long now = rules.nanoClock.getAsLong();
        long timeout = rules.stallTimeout.toNanos();
        return !closed && ((full && now - fullSinceNanos > timeout) || (sending && now - sendingSinceNanos > timeout));
    }

    /** Drops what waits and closes the connection once the frame under way is through. */
    public void close(CloseReason reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            discard();
            closeReason = reason;
            if (sending) {
                return;
            }
        }
        connection.close(reason);
    }

    /** The connection is gone; drops what waits. Tells why we closed it, null when we did not. */
    public synchronized @Nullable CloseReason abandon() {
        if (!closed) {
            discard();
        }
        return closeReason;
    }

    /** Once half of it is free again it counts as full no longer: a client that keeps just below the brim is stalled. */
    private synchronized @Nullable Frame next() {
        Frame next = greeting;
        if (next != null) {
            greeting = null;
        } else if (metrics != null) {
            next = metrics;
            metrics = null;
        } else {
            next = queue.poll();
            if (next != null) {
                queuedBytes -= next.bytes();
                full = full && queuedBytes > rules.maxBytes / 2;
            }
        }
        sending = next != null;
        sendingSinceNanos = rules.nanoClock.getAsLong();
        return next;
    }

    private void sendWaiting() {
        while (true) {
            Frame frame = next();
            if (frame == null) {
                break;
            }
            send.set(Send.STARTED);
            connection.send(frame.text(), this::sent);
            // Ends here unless the send was through before it returned; a loop, because recursion has no bound.
            if (send.compareAndSet(Send.STARTED, Send.PENDING)) {
                return;
            }
        }
        CloseReason reason = reasonToClose();
        if (reason != null) {
            connection.close(reason);
        }
    }

    private void sent(@Nullable Throwable failure) {
        if (failure == null) {
            rules.meters.sent();
        } else {
            rules.meters.dropped(1);
            fail();
        }
        if (send.getAndSet(Send.DONE) == Send.PENDING) {
            sendWaiting();
        }
    }

    private synchronized void fail() {
        if (!closed) {
            discard();
            closeReason = CloseReason.FAILED;
        }
    }

    private synchronized @Nullable CloseReason reasonToClose() {
        return closed ? closeReason : null;
    }

    private void startSending() {
        if (!sending) {
            sending = true;
            sendingSinceNanos = rules.nanoClock.getAsLong();
            rules.senders.execute(this::sendWaiting);
        }
    }

    private void tellMissed(int bytesBehind) {
        if (missed > 0) {
            Frame gap = rules.gapFrame.apply(missed);
            if (hasRoomFor(gap.bytes() + bytesBehind)) {
                rules.meters.offered();
                missed = 0;
                enqueue(gap);
            }
        }
    }

    private boolean hasRoomFor(int bytes) {
        return queuedBytes + bytes <= rules.maxBytes;
    }

    private void enqueue(Frame frame) {
        queue.add(frame);
        queuedBytes += frame.bytes();
    }

    private void drop(Frame frame) {
        rules.meters.dropped(1);
        missed += frame.verdicts();
        if (!full) {
            full = true;
            fullSinceNanos = rules.nanoClock.getAsLong();
        }
    }

    private void discard() {
        closed = true;
        rules.meters.dropped(queue.size() + (metrics == null ? 0 : 1) + (greeting == null ? 0 : 1));
        queue.clear();
        queuedBytes = 0;
        metrics = null;
        greeting = null;
    }
}
