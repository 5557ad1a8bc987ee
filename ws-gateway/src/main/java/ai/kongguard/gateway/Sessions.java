package ai.kongguard.gateway;

import ai.kongguard.gateway.Outbox.Urgent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The open sessions of a fan-out. Frames are offered to all of them first and sent then, by tasks of many sessions each.
 * One thread at a time offers and sends; any may remove.
 */
final class Sessions {

    /** Sessions of one task: enough that handing it over costs nothing, few enough to be shared among threads. */
    private static final int PER_TASK = 64;

    private final Executor senders;
    private final List<Outbox> open = new CopyOnWriteArrayList<>();
    private final List<Outbox> toSend = new ArrayList<>();

    Sessions(Executor senders) {
        this.senders = senders;
    }

    void add(Outbox session) {
        open.add(session);
    }

    /** False when it was removed before. */
    boolean remove(Outbox session) {
        return open.remove(session);
    }

    int size() {
        return open.size();
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    boolean anyoneIsRoomy() {
        return open.isEmpty() || open.stream().anyMatch(Outbox::isRoomy);
    }

    void forEach(Consumer<Outbox> action) {
        open.forEach(action);
    }

    void offer(List<Frame> frames) {
        if (!frames.isEmpty()) {
            open.forEach(session -> note(session, session.queue(frames)));
        }
    }

    void offer(Urgent kind, Frame frame) {
        open.forEach(session -> note(session, session.queue(kind, frame)));
    }

    /** Sends what was offered since the last time. */
    void send() {
        for (int from = 0; from < toSend.size(); from += PER_TASK) {
            List<Outbox> some = List.copyOf(toSend.subList(from, Math.min(toSend.size(), from + PER_TASK)));
            senders.execute(() -> some.forEach(Outbox::sendWaiting));
        }
        toSend.clear();
    }

    private void note(Outbox session, boolean hasToSend) {
        if (hasToSend) {
            toSend.add(session);
        }
    }
}
