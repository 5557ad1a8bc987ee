package ai.kongguard.gateway.simulation;

import ai.kongguard.event.RunCommand;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest runs, as commands and statuses tell them; every replica reads both topics and knows the same. An end is
 * final, and silence is one: a run that nobody took or tells of has failed. Thread-safe.
 */
public final class RunBoard {

    private static final int PREFIX = 16;

    private final Duration startWithin;
    private final Duration lease;
    private final Map<Long, Entry> runs;
    private final Map<String, Long> prefixes;

    /** Remembers so many runs. */
    public RunBoard(Duration startWithin, Duration lease, int runs) {
        this.startWithin = startWithin;
        this.lease = lease;
        this.runs = new Newest<>(runs);
        this.prefixes = new Newest<>(runs);
    }

    /** A command was read. */
    public synchronized void commanded(RunCommand command) {
        RunOrder order = command.order();
        if (order == null) {
            return;
        }
        Entry known = runs.get(command.runId());
        runs.put(command.runId(), new Entry(order, command.issuedAt(), known == null ? null : known.status));
        Instant start = order.startAt();
        if (start != null) {
            prefixes.put(order.idPrefix(start), command.runId());
        }
    }

    /** A status was read; false when it comes after the end and means nothing. */
    public synchronized boolean told(RunStatus status) {
        Entry known = runs.get(status.runId());
        RunStatus last = known == null ? null : known.status;
        if (last != null && last.state().isEnd()) {
            return false;
        }
        Instant issuedAt = known == null ? status.at() : known.issuedAt;
        runs.put(status.runId(), new Entry(status.order(), issuedAt, status));
        Instant start = status.startedAt();
        if (start != null) {
            prefixes.put(status.order().idPrefix(start), status.runId());
        }
        return true;
    }

    /** The run at this instant; null when it is not known. */
    public synchronized @Nullable RunView find(long runId, Instant now) {
        Entry entry = runs.get(runId);
        return entry == null ? null : view(runId, entry, now);
    }

    /** The run that made the event of this id; null when it is not known. */
    public synchronized @Nullable RunView ofEvent(String eventId, Instant now) {
        Long runId = eventId.length() == 2 * PREFIX ? prefixes.get(eventId.substring(0, PREFIX)) : null;
        return runId == null ? null : find(runId, now);
    }

    /** All runs at this instant, newest first. */
    public synchronized List<RunView> newestFirst(Instant now) {
        return runs.entrySet().stream()
                .map(entry -> view(entry.getKey(), entry.getValue(), now))
                .sorted(Comparator.comparing(RunView::issuedAt).reversed())
                .toList();
    }

    private RunView view(long runId, Entry entry, Instant now) {
        RunStatus status = entry.status;
        if (status == null) {
            boolean lost = entry.issuedAt.plus(startWithin).isBefore(now);
            String reason = lost ? "no ingest instance took it within " + startWithin.toSeconds() + " s" : null;
            return new RunView(runId, entry.order, entry.issuedAt, null, lost ? State.FAILED : State.QUEUED, reason);
        }
        boolean silent = !status.state().isEnd() && status.at().plus(lease).isBefore(now);
        return new RunView(
                runId,
                entry.order,
                entry.issuedAt,
                status,
                silent ? State.FAILED : status.state(),
                silent ? "the ingest instance that executed it has been silent since " + status.at() : status.reason());
    }

    private record Entry(RunOrder order, Instant issuedAt, @Nullable RunStatus status) {}
}
