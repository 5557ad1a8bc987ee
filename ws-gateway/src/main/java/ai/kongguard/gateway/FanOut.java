package ai.kongguard.gateway;

import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.Outbox.Urgent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One to many: what came since the last tick is sampled, encoded once and offered to every session's outbox. It waits
 * for no session; the fastest one sets the pace of an uncapped feed. Thread-safe.
 *
 * <p>From its greeting on a session can account for every verdict: frames of type {@code threat_analysis}, plus what
 * they and the {@code gap} frames call {@code skipped}, are all that came.
 */
public final class FanOut {

    /** Verdicts that an uncapped feed encodes before it looks again whether anyone can take more. */
    private static final int ROUND = 16;

    /** Rounds of one tick; more would keep those waiting who want to join. */
    private static final int MAX_ROUNDS = 1_000;

    /**
     * Limits on sessions and on what they are shown.
     *
     * @param maxEventsPerSecond verdicts shown at most; 0 for no cap
     * @param maxSessions open at once
     * @param outboxBytes that wait for one session
     * @param stallTimeout how long a session may be stuck
     * @param reconnection when clients are asked to come back at the end
     */
    public record Limits(
            int maxEventsPerSecond,
            int maxSessions,
            long outboxBytes,
            Duration stallTimeout,
            Reconnection reconnection) {}

    private final FeedQueue<Verdict> feed;
    private final VerdictHistory history;
    private final TileBoard board;
    private final Limits limits;
    private final InstantSource clock;
    private final LongSupplier nanoClock;
    private final GatewayMeters meters;
    private final SideFrames side;
    private final RateCap cap;
    private final FrameEncoder encoder = new FrameEncoder();
    private final Outbox.Rules rules;
    private final Sessions sessions;
    private final MetricsPace pace = new MetricsPace();

    private @Nullable Frame greeting;
    private long metricsSequence;
    private long skipped;
    private long skippedTotal;
    private boolean closed;

    /** {@code senders} runs the sends; they do not block, so few threads serve all sessions. */
    public FanOut(
            FeedQueue<Verdict> feed,
            VerdictHistory history,
            TileBoard board,
            Limits limits,
            Executor senders,
            InstantSource clock,
            LongSupplier nanoClock,
            GatewayMeters meters,
            SideFrames side) {
        this.feed = feed;
        this.side = side;
        this.sessions = new Sessions(senders);
        this.history = history;
        this.board = board;
        this.limits = limits;
        this.clock = clock;
        this.nanoClock = nanoClock;
        this.meters = meters;
        this.cap = new RateCap(limits.maxEventsPerSecond(), nanoClock.getAsLong());
        this.rules = new Outbox.Rules(
                limits.outboxBytes(),
                limits.stallTimeout(),
                senders,
                nanoClock,
                missed -> FrameEncoder.gap(missed, clock.instant()),
                meters);
    }

    /** Greets a new session; null when it was refused, and then its connection is being closed. */
    public synchronized @Nullable Outbox join(Connection connection) {
        if (closed || sessions.size() >= limits.maxSessions()) {
            CloseReason reason = closed ? CloseReason.SHUTDOWN : CloseReason.REFUSED;
            meters.refused(reason);
            connection.close(reason, closed ? limits.reconnection().text() : reason.text());
            return null;
        }
        if (skipped > 0) {
            // These were skipped before the newcomer came; it must not take them for its own.
            sessions.offer(List.of(FrameEncoder.gap(skipped, clock.instant())));
            skipped = 0;
        }
        Outbox outbox = new Outbox(rules, connection, greeting());
        sessions.add(outbox);
        meters.opened();
        return outbox;
    }

    /** The connection of a session is gone. */
    public void leave(Outbox outbox) {
        CloseReason reason = outbox.abandon();
        if (sessions.remove(outbox)) {
            meters.closed(reason == null ? CloseReason.CLIENT : reason);
        }
    }

    /** Ends one session. */
    public void close(Outbox session, CloseReason reason) {
        close(session, reason, reason.text());
    }

    /** Tells a session how long its client took to answer a ping. */
    public void roundTrip(Outbox session, Duration took) {
        meters.roundTrip(took);
        session.offer(Urgent.HEARTBEAT, FrameEncoder.heartbeat(took, clock.instant()));
    }

    /** {@code arrived} is called, on any thread, when a tick has something to show. */
    public void whenAny(Runnable arrived) {
        feed.whenAny(arrived);
    }

    /** Offers what came since the last time. */
    public synchronized void tick() {
        long started = nanoClock.getAsLong();
        Instant now = clock.instant();
        greeting = null;
        Tiles tiles = board.at(now);
        String tilesJson = encoder.tiles(tiles);
        sessions.offer(side.take());
        showVerdicts(tilesJson, started);
        showMetrics(tiles, tilesJson, now, started);
        sessions.send();
        closeStalled();
        meters.tick(Duration.ofNanos(nanoClock.getAsLong() - started));
    }

    /** Closes every session and refuses new ones. */
    public synchronized void close() {
        closed = true;
        feed.close();
        sessions.forEach(session ->
                close(session, CloseReason.SHUTDOWN, limits.reconnection().text()));
    }

    /** One for all who come between two ticks: after a restart of a gateway everyone comes at once. */
    private Frame greeting() {
        Frame known = greeting;
        if (known == null) {
            Instant now = clock.instant();
            known = encoder.connection(encoder.tiles(board.at(now)), history.oldestFirst(), now);
            greeting = known;
        }
        return known;
    }

    /**
     * Without a cap each tick shows a quarter of an outbox of verdicts, and more while the fastest session keeps up; what is
     * left waits in the feed and then in Kafka, which loses nothing, rather than in an outbox, which would.
     */
    private void showVerdicts(String tilesJson, long nanos) {
        int round = cap.isUnlimited() ? ROUND : Integer.MAX_VALUE;
        long bytes = 0;
        for (int rounds = 0; rounds < MAX_ROUNDS; rounds++) {
            List<Verdict> came = feed.take(round);
            came.forEach(history::add);
            bytes += show(came, tilesJson, nanos);
            if (came.size() < round || (bytes > limits.outboxBytes() / 4 && !sessions.anyoneIsRoomy())) {
                return;
            }
            sessions.send();
        }
    }

    private long show(List<Verdict> came, String tilesJson, long nanos) {
        List<Verdict> chosen = FeedSampler.choose(came, Verdict::score, cap, nanos);
        int left = came.size() - chosen.size();
        meters.sampledOut(left);
        meters.shown(chosen.size());
        skipped += left;
        skippedTotal += left;
        if (sessions.isEmpty()) {
            return 0;
        }
        long bytes = 0;
        List<Frame> frames = new ArrayList<>();
        for (Verdict verdict : chosen) {
            Frame frame = encoder.verdict(verdict, tilesJson, skipped);
            skipped = 0;
            bytes += frame.bytes();
            frames.add(frame);
            frames.addAll(side.with(verdict));
        }
        sessions.offer(frames);
        return bytes;
    }

    private void showMetrics(Tiles tiles, String tilesJson, Instant now, long nanos) {
        if (!pace.isDue(tiles, nanos)) {
            return;
        }
        metricsSequence++;
        if (!sessions.isEmpty()) {
            Frame frame = encoder.metrics(tilesJson, metricsSequence, sessions.size(), skippedTotal, now);
            sessions.offer(Urgent.METRICS, frame);
        }
    }

    private void closeStalled() {
        sessions.forEach(session -> {
            if (session.isStalled()) {
                close(session, CloseReason.TOO_SLOW);
            }
        });
    }

    private void close(Outbox session, CloseReason reason, String text) {
        if (sessions.remove(session)) {
            meters.closed(reason);
        }
        session.close(reason, text);
    }
}
