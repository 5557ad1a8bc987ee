package ai.kongguard.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * What one phase measured.
 *
 * @param sent events acknowledged by ingest
 * @param received distinct events whose verdict arrived on the socket
 * @param seconds from the first request to the last verdict
 * @param latenciesNanos per event, from its request being sent to its frame being read; sorted
 */
record LoadResult(int sent, int received, double seconds, long[] latenciesNanos) {

    LoadResult {
        Arrays.sort(latenciesNanos);
    }

    double eventsPerSecond() {
        return received / seconds;
    }

    void print(String title) {
        System.out.printf(
                Locale.ROOT,
                "%s%n  %,d sent, %,d verdicts read from the socket in %.2f s: %,.0f events/s%n"
                        + "  ingest to socket: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                title,
                sent,
                received,
                seconds,
                eventsPerSecond(),
                millis(0.50),
                millis(0.95),
                millis(0.99),
                millis(1.0));
    }

    private double millis(double quantile) {
        if (latenciesNanos.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(quantile * latenciesNanos.length) - 1;
        return latenciesNanos[Math.max(0, index)] / 1e6;
    }
}
