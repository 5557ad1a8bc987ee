package ai.kongguard.gateway.stream;

import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.CloseReason;
import ai.kongguard.gateway.Connection;
import ai.kongguard.gateway.FeedQueue;
import ai.kongguard.gateway.Frame;
import ai.kongguard.gateway.GatewayMeters;
import ai.kongguard.gateway.MetricsPace;
import ai.kongguard.gateway.Outbox;
import ai.kongguard.gateway.Outbox.Urgent;
import ai.kongguard.gateway.Reconnection;
import ai.kongguard.gateway.TileBoard;
import ai.kongguard.gateway.Tiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code /stream}: what came since the last tick is encoded once, put into one batch for all sessions that want the
 * same, and offered to their outboxes. A session that resumes first gets what it missed, from memory or from Kafka; a new
 * one may first be told the newest that are in memory. It waits for no session. Thread-safe.
 *
 * <p>A session can account for every verdict that matches its filter, from its cursor on: what is in its batches, plus
 * what batches and gaps call {@code skipped}, plus what lies in the gaps that only tell offsets.
 */
public final class StreamHub {

    private static final int TAKEN_AT_ONCE = 10_000;
    private static final int FRAME_BYTES = 256 * 1024;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /**
     * Limits on sessions and on what they are sent.
     *
     * @param maxEventsPerSecond verdicts sent to one session at most, but for what it missed; 0 for no cap
     * @param maxSessions open at once
     * @param outboxBytes that wait for one session
     * @param stallTimeout how long a session may be stuck
     * @param reconnection what clients are told when the gateway stops
     * @param recent verdicts kept in memory
     * @param maxBacklog offsets behind which a session may resume
     * @param maxReadings sessions that read Kafka at once
     * @param cursorPatience how long a cursor may be ahead of what this replica has read
     */
    public record Limits(
            int maxEventsPerSecond,
            int maxSessions,
            long outboxBytes,
            Duration stallTimeout,
            Reconnection reconnection,
            int recent,
            long maxBacklog,
            int maxReadings,
            Duration cursorPatience) {}

    private final FeedQueue<Arrival> queue;
    private final TileBoard board;
    private final StatusBoard status;
    private final Limits limits;
    private final int frameBytes;
    private final InstantSource clock;
    private final LongSupplier nanoClock;
    private final GatewayMeters meters;
    private final Outbox.Rules rules;
    private final CatchUps catchUps;
    private final RecentVerdicts recent;

    private final Set<StreamSession> sessions = new LinkedHashSet<>();
    private final Map<StreamGroup.Key, StreamGroup> groups = new HashMap<>();
    private final List<Ahead> ahead = new ArrayList<>();
    private Cursor position = Cursor.START;
    private final MetricsPace pace = new MetricsPace();
    private long lastStatusNanos;
    private boolean closed;

    /** A session whose cursor this replica has not reached yet. */
    private record Ahead(StreamSession session, Cursor cursor, long sinceNanos) {}

    /** {@code senders} runs the sends; they do not block. */
    public StreamHub(
            FeedQueue<Arrival> queue,
            TileBoard board,
            StatusBoard status,
            VerdictLog log,
            Limits limits,
            Executor senders,
            InstantSource clock,
            LongSupplier nanoClock,
            GatewayMeters meters) {
        this.queue = queue;
        this.board = board;
        this.status = status;
        this.limits = limits;
        this.frameBytes = (int) Math.min(FRAME_BYTES, limits.outboxBytes() / 4);
        this.clock = clock;
        this.nanoClock = nanoClock;
        this.meters = meters;
        this.recent = new RecentVerdicts(limits.recent());
        this.catchUps = new CatchUps(log, limits.maxReadings());
        this.rules = new Outbox.Rules(
                limits.outboxBytes(),
                limits.stallTimeout(),
                senders,
                nanoClock,
                missed -> StreamFrames.gap("slow", missed, null, null, null, clock.instant()),
                meters);
    }

    /** Greets a new session; null when it was refused, and then its connection is being closed. */
    public synchronized @Nullable StreamSession join(Connection connection, StreamRequest request) {
        if (closed || sessions.size() >= limits.maxSessions()) {
            refuse(connection);
            return null;
        }
        StreamGroup.Key key = key(request);
        Cursor cursor = request.cursor();
        Instant now = clock.instant();
        Frame hello = StreamFrames.hello(
                request,
                key.rate(),
                cursor == null ? StreamFrames.Resume.LIVE : StreamFrames.Resume.RESUMING,
                cursor == null ? position : cursor,
                board.at(now),
                now);
        StreamSession session = new StreamSession(new Outbox(rules, connection, hello), key);
        sessions.add(session);
        meters.opened();
        if (cursor == null) {
            tellHistory(session, request.history());
            enter(session);
        } else {
            resume(session, cursor, nanoClock.getAsLong());
        }
        return session;
    }

    /** Another filter or rate from now on; a cursor and a history are not looked at. */
    public synchronized void subscribe(StreamSession session, StreamRequest request) {
        if (!sessions.contains(session)) {
            return;
        }
        boolean live = exit(session);
        session.key(key(request));
        session.outbox()
                .offer(StreamFrames.subscribed(request.filter(), session.key().rate(), position));
        if (live) {
            enter(session);
        }
    }

    /** Answers a client that measures its round trip. */
    public void ping(StreamSession session, String id) {
        session.outbox().offer(StreamFrames.pong(id, clock.instant()));
    }

    /** Tells a client what it said wrong. */
    public void error(StreamSession session, InvalidParameterException e) {
        session.outbox().offer(StreamFrames.error(e.parameter(), String.valueOf(e.getMessage())));
    }

    /** The client answered a ping, and is told how long that took. */
    public void roundTrip(StreamSession session, Duration took) {
        meters.roundTrip(took);
        session.outbox().offer(Urgent.HEARTBEAT, StreamFrames.heartbeat(took, clock.instant()));
    }

    /** Ends a session. */
    public synchronized void close(StreamSession session, CloseReason reason) {
        if (remove(session)) {
            meters.closed(reason);
        }
        session.outbox()
                .close(
                        reason,
                        reason == CloseReason.SHUTDOWN ? limits.reconnection().text() : reason.text());
    }

    /** The connection of a session is gone. */
    public synchronized void leave(StreamSession session) {
        CloseReason reason = session.outbox().abandon();
        if (remove(session)) {
            meters.closed(reason == null ? CloseReason.CLIENT : reason);
        }
    }

    /** Offers what came since the last time. */
    public synchronized void tick() {
        long nanos = nanoClock.getAsLong();
        Instant now = clock.instant();
        List<Piece> came = take();
        boolean statusDue = nanos - lastStatusNanos >= SECOND;
        for (StreamGroup group : groups.values()) {
            group.show(came, position, statusDue, nanos);
        }
        admitAhead(nanos);
        showMetrics(nanos, now);
        if (statusDue) {
            lastStatusNanos = nanos;
            if (!sessions.isEmpty()) {
                Frame frame = StreamFrames.status(status.at(now, sessions.size()));
                sessions.forEach(session -> session.outbox().offer(frame));
            }
        }
        for (StreamSession session : List.copyOf(sessions)) {
            if (session.outbox().isStalled()) {
                close(session, CloseReason.TOO_SLOW);
            }
        }
    }

    /** Closes every session and refuses new ones. */
    public synchronized void close() {
        closed = true;
        queue.close();
        catchUps.close();
        List.copyOf(sessions).forEach(session -> close(session, CloseReason.SHUTDOWN));
    }

    /** How far the live feed is. */
    synchronized Cursor position() {
        return position;
    }

    /** Lets a session that has everything up to {@code cursor} go on live; false when it has to catch up further. */
    synchronized boolean goLive(StreamSession session, Cursor cursor) {
        if (session.isGone()) {
            return true;
        }
        if (!recent.reachesBackTo(cursor)) {
            return false;
        }
        List<Piece> rest = StreamGroup.wantedOf(session.key().filter(), recent.after(cursor));
        long bytes = rest.stream().mapToLong(piece -> piece.json().length()).sum();
        if (bytes > limits.outboxBytes() / 2 || !session.outbox().isRoomy()) {
            return false;
        }
        StreamFrames.batches(rest, 0, position, true, frameBytes).forEach(session.outbox()::offer);
        enter(session);
        return true;
    }

    /** Lets a session go on live although it lacks what came after {@code cursor}. */
    synchronized void giveUp(StreamSession session, Cursor cursor, String reason) {
        if (!session.isGone()) {
            session.outbox().offer(StreamFrames.gap(reason, null, null, cursor, position, clock.instant()));
            enter(session);
        }
    }

    private void refuse(Connection connection) {
        CloseReason reason = closed ? CloseReason.SHUTDOWN : CloseReason.REFUSED;
        meters.refused(reason);
        connection.close(reason, closed ? limits.reconnection().text() : reason.text());
    }

    private List<Piece> take() {
        List<Piece> came = new ArrayList<>();
        Map<Integer, Long> next = new HashMap<>(position.offsets());
        for (Arrival arrival : queue.take(TAKEN_AT_ONCE)) {
            if (arrival instanceof Cursor reached) {
                recent.startAt(reached);
                reached.offsets().forEach((partition, offset) -> next.merge(partition, offset, Math::max));
            } else if (arrival instanceof PositionedVerdict at) {
                Verdict verdict = at.verdict();
                next.merge(at.partition(), at.offset() + 1, Math::max);
                Piece piece = new Piece(at);
                recent.add(piece);
                came.add(piece);
                status.judged(verdict);
            }
        }
        position = Cursor.of(next);
        return came;
    }

    /** What came last and matches, as far as a quarter of the outbox holds it, so that what follows finds room; its batches end where the live feed goes on. */
    private void tellHistory(StreamSession session, int most) {
        List<Piece> newest = recent.newest(session.key().filter(), most, limits.outboxBytes() / 4);
        if (!newest.isEmpty()) {
            StreamFrames.batches(newest, 0, position, true, frameBytes).forEach(session.outbox()::offer);
        }
    }

    private void resume(StreamSession session, Cursor cursor, long nanos) {
        if (cursor.isAheadOf(position)) {
            ahead.add(new Ahead(session, cursor, nanos));
        } else if (!goLive(session, cursor)) {
            // When it is not run the hub is closed, and so is the session.
            var unused = catchUps.after(
                    Duration.ZERO,
                    new CatchUp(catchUps, this, session, cursor, limits.maxBacklog(), frameBytes, clock));
        }
    }

    private void admitAhead(long nanos) {
        List<Ahead> due = new ArrayList<>();
        for (Iterator<Ahead> each = ahead.iterator(); each.hasNext(); ) {
            Ahead one = each.next();
            boolean late = nanos - one.sinceNanos() > limits.cursorPatience().toNanos();
            if (late || one.session().isGone() || !one.cursor().isAheadOf(position)) {
                each.remove();
                due.add(one);
            }
        }
        for (Ahead one : due) {
            if (one.cursor().isAheadOf(position)) {
                giveUp(one.session(), one.cursor(), "unknown_cursor");
            } else {
                resume(one.session(), one.cursor(), nanos);
            }
        }
    }

    private void showMetrics(long nanos, Instant now) {
        Tiles tiles = board.at(now);
        if (sessions.isEmpty() || !pace.isDue(tiles, nanos)) {
            return;
        }
        Frame frame = StreamFrames.metrics(tiles, sessions.size(), now);
        sessions.forEach(session -> session.outbox().offer(Urgent.METRICS, frame));
    }

    private StreamGroup.Key key(StreamRequest request) {
        int most = limits.maxEventsPerSecond();
        Integer asked = request.rate();
        int rate = asked == null ? most : most == 0 ? asked : Math.min(asked, most);
        return new StreamGroup.Key(request.filter(), rate);
    }

    private void enter(StreamSession session) {
        groups.computeIfAbsent(session.key(), key -> new StreamGroup(key, frameBytes, meters, nanoClock.getAsLong()))
                .add(session);
    }

    /** Whether it was live. */
    private boolean exit(StreamSession session) {
        StreamGroup group = groups.get(session.key());
        if (group == null || !group.remove(session)) {
            return false;
        }
        if (group.isEmpty()) {
            groups.remove(session.key());
        }
        return true;
    }

    private boolean remove(StreamSession session) {
        session.end();
        exit(session);
        return sessions.remove(session);
    }
}
