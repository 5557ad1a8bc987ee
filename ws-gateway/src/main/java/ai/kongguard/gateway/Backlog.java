package ai.kongguard.gateway;

import ai.kongguard.gateway.Outbox.Rules;
import ai.kongguard.gateway.Outbox.Urgent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one outbox that wait, and the count of verdicts that found no room. Frames of weight 0 may fill the first
 * half of it and those of weight 1 all of it, so that under pressure threats are what still comes. Guarded by its outbox.
 */
final class Backlog {

    /** The part of it that any frame may fill. */
    private static final double FOR_ALL = 0.5;

    /** Waiting frames up to about this size go to the network in one call, which costs about as much as one frame does. */
    private static final int SEND_BYTES = 32 * 1024;

    private final Rules rules;
    private final Queue<Frame> line = new ArrayDeque<>(4);
    private final @Nullable Frame[] urgent = new @Nullable Frame[Urgent.values().length];
    private long bytes;
    private long missed;
    private boolean full;
    private long fullSinceNanos;

    Backlog(Rules rules) {
        this.rules = rules;
    }

    /** Queues a frame behind what was missed, or drops it when there is no room. */
    void add(Frame frame) {
        long most = (long) (rules.maxBytes() * (FOR_ALL + (1 - FOR_ALL) * frame.weight()));
        tellMissed(frame.bytes(), most);
        if (missed == 0 && bytes + frame.bytes() <= most) {
            queue(frame);
            return;
        }
        rules.meters().dropped(1);
        missed += frame.verdicts();
        if (!full) {
            full = true;
            fullSinceNanos = rules.nanoClock().getAsLong();
        }
    }

    /** Replaces the frame of this kind. */
    void add(Urgent kind, Frame frame) {
        if (urgent[kind.ordinal()] != null) {
            rules.meters().conflated();
        }
        urgent[kind.ordinal()] = frame;
        tellMissed(0, rules.maxBytes());
    }

    /** What goes next, together; empty when nothing waits. */
    List<Frame> take() {
        Frame first = poll();
        Frame second = first == null || first.bytes() >= SEND_BYTES ? null : poll();
        if (first == null || second == null) {
            return first == null ? List.of() : List.of(first);
        }
        List<Frame> frames = new ArrayList<>();
        frames.add(first);
        int taken = first.bytes();
        for (Frame frame = second; frame != null; frame = taken < SEND_BYTES ? poll() : null) {
            frames.add(frame);
            taken += frame.bytes();
        }
        return frames;
    }

    /** Whether a burst fits, whatever it is. */
    boolean isRoomy() {
        return bytes < rules.maxBytes() / 4;
    }

    boolean isFullFor(long nanos, long now) {
        return full && now - fullSinceNanos > nanos;
    }

    /** Drops everything. */
    void discard() {
        int waiting = line.size();
        for (int i = 0; i < urgent.length; i++) {
            waiting += urgent[i] == null ? 0 : 1;
            urgent[i] = null;
        }
        rules.meters().dropped(waiting);
        line.clear();
        bytes = 0;
    }

    /** Once half of it is free again it counts as full no longer: a client that keeps just below the brim is stalled. */
    private @Nullable Frame poll() {
        for (int i = 0; i < urgent.length; i++) {
            Frame frame = urgent[i];
            if (frame != null) {
                urgent[i] = null;
                return frame;
            }
        }
        Frame next = line.poll();
        if (next != null) {
            bytes -= next.bytes();
            full = full && bytes > rules.maxBytes() / 2;
        }
        return next;
    }

    private void tellMissed(int bytesBehind, long most) {
        if (missed > 0) {
            Frame gap = rules.gapFrame().apply(missed);
            if (bytes + gap.bytes() + bytesBehind <= most) {
                rules.meters().offered(1);
                missed = 0;
                queue(gap);
            }
        }
    }

    boolean hasRoomFor(long more) {
        return bytes + more <= rules.maxBytes();
    }

    private void queue(Frame frame) {
        line.add(frame);
        bytes += frame.bytes();
    }
}
