package ai.kongguard.metrics;

import ai.kongguard.event.MetricsWindow;
import java.time.Duration;
import java.util.List;

/**
 * Names what is counted together.
 *
 * @param tier whose verdicts
 * @param sizeMs length; {@link MetricsWindow#TOTAL} for a total or a run
 * @param startMs first millisecond, 0 for a total or a run
 * @param run whose requests, empty for those of all runs and none
 */
record WindowKey(String tier, long sizeMs, long startMs, String run) {

    /** The unit that is counted per partition; every longer window is a whole number of these. */
    static final long SECOND = Duration.ofSeconds(1).toMillis();

    static final long TEN_SECONDS = Duration.ofSeconds(10).toMillis();
    static final long MINUTE = Duration.ofMinutes(1).toMillis();
    static final long FIVE_MINUTES = Duration.ofMinutes(5).toMillis();

    /** The windows that every event falls into, shortest first; the last one hops, by a minute. */
    static final List<Span> SPANS = List.of(
            new Span(SECOND, SECOND, 0),
            new Span(TEN_SECONDS, TEN_SECONDS, SECOND),
            new Span(MINUTE, MINUTE, SECOND),
            new Span(FIVE_MINUTES, MINUTE, 5 * SECOND));

    /**
     * Windows of one size.
     *
     * @param sizeMs length
     * @param advanceMs from one start to the next; below {@code sizeMs} windows overlap
     * @param pauseMs between two records of windows of this size
     */
    record Span(long sizeMs, long advanceMs, long pauseMs) {

        /** Start of the newest window that contains this time. */
        long newestStart(long timeMs) {
            return Math.floorDiv(timeMs, advanceMs) * advanceMs;
        }
    }

    static WindowKey second(String tier, long timeMs) {
        return new WindowKey(tier, SECOND, Math.floorDiv(timeMs, SECOND) * SECOND, "");
    }

    /** What is counted per minute only: names and the most frequent, of which there are too many for every second. */
    static WindowKey minute(String tier, long timeMs) {
        return new WindowKey(tier, MINUTE, Math.floorDiv(timeMs, MINUTE) * MINUTE, "");
    }

    static WindowKey total(String tier) {
        return new WindowKey(tier, MetricsWindow.TOTAL, 0, "");
    }

    static WindowKey run(String tier, String run) {
        return new WindowKey(tier, MetricsWindow.TOTAL, 0, run);
    }

    /** Whether this is everything of a tier. */
    boolean isTotal() {
        return sizeMs == MetricsWindow.TOTAL && run.isEmpty();
    }

    /** Whether this is a run's part of a tier. */
    boolean isRun() {
        return !run.isEmpty();
    }

    byte[] toBytes(int tag) {
        return new BinaryOutput()
                .writeByte(tag)
                .writeLong(sizeMs)
                .writeLong(startMs)
                .writeText(tier)
                .writeText(run)
                .toBytes();
    }

    /** From the bytes behind their tag. */
    static WindowKey fromBytes(byte[] bytes) {
        BinaryInput input = new BinaryInput(bytes, 1);
        long sizeMs = input.readLong();
        long startMs = input.readLong();
        return new WindowKey(input.readText(), sizeMs, startMs, input.readText());
    }
}
