package ai.kongguard.replay.play;

import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.Recording;
import ai.kongguard.recording.RecordingIndex;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Plays a recording once. Open-loop: every record leaves when it is due, or as soon after as can be; what is late does
 * not shift what follows. {@link #run} is for one thread, which reads, waits and sends; the rest may be called by any.
 */
public final class Player implements Runnable {

    /** The longest sleep, so that time never seems to stand still for those who look. */
    private static final long NAP_NANOS = Duration.ofMillis(50).toNanos();

    private static final long LATE_NANOS =
            Duration.ofMillis(PlayProgress.LATE_MS).toNanos();

    private final Recording recording;
    private final PlaySettings settings;
    private final Outlet outlet;
    private final PlayClock clock;
    private final Timeline timeline;
    private final AtomicReference<@Nullable Seek> sought = new AtomicReference<>();
    private volatile boolean paused;
    private volatile boolean stopped;
    private volatile PlayState state = PlayState.READY;
    private volatile @Nullable String reason;
    private volatile int loop;
    private volatile long position;
    private final AtomicLong skipped = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private volatile long newest = -1;
    private volatile long here = -1;
    private volatile long startNanos;
    private volatile long endNanos;
    private volatile long nextDue = Long.MAX_VALUE;
    private Instant startedAt = Instant.EPOCH;
    private long pausedSince = -1;

    public Player(Recording recording, PlaySettings settings, Outlet outlet, PlayClock clock) {
        this.recording = recording;
        this.settings = settings;
        this.outlet = outlet;
        this.clock = clock;
        this.timeline = new Timeline(settings);
    }

    /** Plays to the end, and returns when all that was sent is acknowledged or failed. */
    @Override
    public void run() {
        PlayState end = PlayState.FAILED;
        try {
            outlet.prepare();
            startNanos = clock.nanoTime();
            startedAt = clock.instant();
            state = paused ? PlayState.PAUSED : PlayState.RUNNING;
            end = play() ? PlayState.COMPLETED : PlayState.STOPPED;
        } catch (IOException | RuntimeException e) {
            // A damaged recording names the record; what came before it was sent.
            String message = e.getMessage();
            reason = e instanceof IOException && message != null ? message : e.toString();
        }
        nextDue = Long.MAX_VALUE;
        outlet.flush();
        endNanos = state == PlayState.READY ? startNanos : clock.nanoTime();
        state = end;
    }

    /** Stops the time of the recording. */
    public void pause() {
        paused = true;
        clock.wake();
    }

    /** Goes on where it was paused. */
    public void resume() {
        paused = false;
        clock.wake();
    }

    /** Goes on, in this loop, with the first record of this time or later; a pause goes on too. */
    public void seek(Instant time) {
        seek(() -> Cursor.atTime(recording, time.toEpochMilli()));
        here = time.toEpochMilli();
    }

    /**
     * The same with the first record after a part of all.
     *
     * @param share 0-1
     * @throws IllegalArgumentException if it is out of range, or the recording was cut off and nobody knows its length
     */
    public void seek(double share) {
        RecordingIndex index = recording.index();
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("fraction must be from 0 to 1, was " + share);
        }
        if (index == null) {
            throw new IllegalArgumentException("The recording was cut off: seek a time, nobody knows its length");
        }
        seek(() -> Cursor.atRecord(recording, (long) (share * index.records())));
    }

    /** The same, so much of the recording later than where it is, or is about to be; earlier when negative. */
    public void seekBy(Duration far) {
        seek(Instant.ofEpochMilli(Math.max(0, here)).plus(far));
    }

    /** Ends it. What was sent is still waited for. */
    public void stop() {
        stopped = true;
        clock.wake();
    }

    public PlayProgress progress() {
        Outlet.Tally tally = outlet.tally();
        RecordingIndex index = recording.index();
        PlayState now = state;
        long nanos = now == PlayState.READY ? startNanos : now.isEnd() ? endNanos : clock.nanoTime();
        boolean waits = settings.isTimed() && now == PlayState.RUNNING;
        String why = reason;
        long place = here;
        return new PlayProgress(
                now,
                loop,
                position,
                index == null ? -1 : index.records(),
                tally.sent(),
                tally.attacks(),
                skipped.get(),
                tally.errors(),
                late.get(),
                place < 0 ? null : Instant.ofEpochMilli(place),
                Duration.ofNanos(nanos - startNanos),
                Duration.ofNanos(waits ? Math.max(0, nanos - nextDue) : 0),
                why == null ? tally.lastError() : why);
    }

    private void seek(Seek target) {
        sought.set(target);
        clock.wake();
    }

    /** Whether all was played. */
    private boolean play() throws IOException {
        for (int i = 0; i < settings.loops(); i++) {
            loop = i;
            if (!playOnce()) {
                return false;
            }
        }
        return true;
    }

    private boolean playOnce() throws IOException {
        Seek from = () -> Cursor.atStart(recording);
        while (from != null) {
            try (Cursor cursor = from.open()) {
                restart();
                from = playFrom(cursor);
            }
        }
        return !stopped;
    }

    /** Where to go on; null when there is nothing more to play, or it was stopped. */
    private @Nullable Seek playFrom(Cursor cursor) throws IOException {
        position = cursor.position();
        for (RecordedRecord record = cursor.next(); record != null; record = cursor.next()) {
            is(newest < 0 ? record.timestamp() : newest);
            long due = timeline.due(record.timestamp());
            long leaves = await(due);
            Seek elsewhere = sought.getAndSet(null);
            if (stopped || elsewhere != null) {
                return stopped ? null : elsewhere;
            }
            send(record, nextDue, leaves);
            position = cursor.position();
        }
        return sought.getAndSet(null);
    }

    private void send(RecordedRecord record, long due, long leaves) {
        long nanos = settings.isTimed() ? due : leaves;
        if (!outlet.send(record, loop, startedAt.plusNanos(nanos - startNanos))) {
            skipped.incrementAndGet();
            return;
        }
        if (settings.isTimed() && leaves - due > LATE_NANOS) {
            late.incrementAndGet();
        }
        newest = Math.max(newest, record.timestamp());
        is(newest);
    }

    /** Where it is, unless it is about to be elsewhere. */
    private void is(long timestamp) {
        here = sought.get() == null ? timestamp : here;
    }

    /** Returns the time: when it is due, or when something else is to be done first. {@link #nextDue} follows pauses. */
    private long await(long planned) {
        long due = planned;
        nextDue = due;
        while (true) {
            long now = clock.nanoTime();
            if (stopped || sought.get() != null) {
                return now;
            }
            if (paused) {
                state = PlayState.PAUSED;
                pausedSince = pausedSince < 0 ? now - startNanos : pausedSince;
                clock.sleepUntil(now + NAP_NANOS);
                continue;
            }
            if (pausedSince >= 0) {
                long pause = now - startNanos - pausedSince;
                timeline.delay(pause);
                due += pause;
                nextDue = due;
                pausedSince = -1;
            }
            state = PlayState.RUNNING;
            if (now - due >= 0) {
                return now;
            }
            clock.sleepUntil(now + Math.min(due - now, NAP_NANOS));
        }
    }

    /** The next record is due now, or when a pause ends. */
    private void restart() {
        long now = clock.nanoTime();
        timeline.begin(now);
        newest = -1;
        pausedSince = pausedSince < 0 ? -1 : now - startNanos;
    }

    /** Opens the place where it goes on. */
    private interface Seek {
        Cursor open() throws IOException;
    }
}
