package ai.kongguard.gateway.stream;

import ai.kongguard.gateway.Frame;
import ai.kongguard.gateway.stream.VerdictLog.Page;
import ai.kongguard.gateway.stream.VerdictLog.Reading;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one session what it missed, as fast as it takes it, until the live feed is reached. A step at a time, each on
 * whatever thread is free; what Kafka no longer has, or is too far behind, is told as a gap.
 */
final class CatchUp implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration CLIENT_PAUSE = Duration.ofMillis(20);
    private static final Duration TURN_PAUSE = Duration.ofMillis(200);
    private static final Duration FAILURE_PAUSE = Duration.ofSeconds(1);
    private static final int MAX_FAILURES = 30;

    private final CatchUps catchUps;
    private final StreamHub hub;
    private final StreamSession session;
    private final long maxOffsets;
    private final int frameBytes;
    private final InstantSource clock;
    private final Queue<Frame> unsent = new ArrayDeque<>();
    private Cursor at;
    private Cursor to;
    private boolean turn;
    private boolean bounded;
    private @Nullable Reading reading;
    private int failures;

    /** From {@code from} to where the hub is; more than {@code maxOffsets} behind it is too far. */
    CatchUp(
            CatchUps catchUps,
            StreamHub hub,
            StreamSession session,
            Cursor from,
            long maxOffsets,
            int frameBytes,
            InstantSource clock) {
        this.catchUps = catchUps;
        this.hub = hub;
        this.session = session;
        this.at = from;
        this.to = from;
        this.maxOffsets = maxOffsets;
        this.frameBytes = frameBytes;
        this.clock = clock;
    }

    @Override
    public void run() {
        Duration pause;
        try {
            pause = step();
        } catch (RuntimeException e) {
            pause = failed(e);
        }
        if (pause == null || !catchUps.after(pause, this)) {
            end();
        }
    }

    /** The pause before the next step; null when this was the last. */
    private @Nullable Duration step() {
        if (session.isGone()) {
            return null;
        }
        while (!unsent.isEmpty() && session.outbox().isRoomy()) {
            session.outbox().offer(unsent.remove());
        }
        if (!unsent.isEmpty()) {
            return CLIENT_PAUSE;
        }
        turn = turn || catchUps.begins();
        if (!turn) {
            return TURN_PAUSE;
        }
        if (at.distanceTo(to) == 0) {
            if (hub.goLive(session, at)) {
                return null;
            }
            to = hub.position();
        }
        Reading open = reading;
        if (open == null) {
            open = catchUps.log().open();
            reading = open;
            skipTo(open.earliest(to), "expired");
        }
        if (!bounded) {
            bounded = true;
            skipTo(nearest(), "too_far_behind");
        }
        read(open.read(at, to));
        failures = 0;
        return Duration.ZERO;
    }

    private void read(Page page) {
        List<Piece> pieces = page.verdicts().stream().map(Piece::new).toList();
        List<Piece> wanted = StreamGroup.wantedOf(session.key().filter(), pieces);
        if (!wanted.isEmpty()) {
            unsent.addAll(StreamFrames.batches(wanted, 0, page.next(), true, frameBytes));
        }
        at = page.next();
    }

    /** The place in each partition that is as far behind as is allowed. */
    private Cursor nearest() {
        if (at.distanceTo(to) <= maxOffsets) {
            return at;
        }
        TreeMap<Integer, Long> near = new TreeMap<>(to.offsets());
        long each = maxOffsets / near.size();
        near.replaceAll((partition, end) -> Math.max(0, end - each));
        return Cursor.of(near);
    }

    private void skipTo(Cursor place, String reason) {
        Cursor later = at.orLater(place);
        long offsets = at.distanceTo(later);
        if (offsets > 0) {
            unsent.add(StreamFrames.gap(reason, null, offsets, at, later, clock.instant()));
            at = later;
        }
    }

    private @Nullable Duration failed(RuntimeException e) {
        closeReading();
        failures++;
        LOG.warn("Reading what a session missed failed, for the {}. time", failures, e);
        if (failures < MAX_FAILURES) {
            return FAILURE_PAUSE;
        }
        hub.giveUp(session, at, "unreadable");
        return null;
    }

    private void end() {
        closeReading();
        if (turn) {
            turn = false;
            catchUps.ended();
        }
    }

    private void closeReading() {
        Reading open = reading;
        reading = null;
        if (open != null) {
            open.close();
        }
    }
}
