package ai.kongguard.replay.compare.report;

/** Counts numbers of a range in steps of a thousandth, so that quantiles need no list of them. One thread. */
final class Histogram {

    private static final int STEPS = 1_000;

    private final int low;
    private final long[] counts;
    private long total;

    /** From {@code low} to {@code high}, whole numbers; what lies beyond counts as the nearest end. */
    Histogram(int low, int high) {
        this.low = low;
        this.counts = new long[(high - low) * STEPS + 1];
    }

    void add(double value) {
        long bin = Math.round((value - low) * STEPS);
        counts[(int) Math.max(0, Math.min(counts.length - 1, bin))]++;
        total++;
    }

    long total() {
        return total;
    }

    /** The smallest number below or at which this share, 0-1, of all lie, to a thousandth; not a number when there are none. */
    double quantile(double share) {
        if (total == 0) {
            return Double.NaN;
        }
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return value(i);
            }
        }
        return value(counts.length - 1);
    }

    /** The counts in so many parts of equal width. */
    long[] parts(int parts) {
        long[] sums = new long[parts];
        for (int i = 0; i < counts.length; i++) {
            sums[(int) Math.min(parts - 1L, (long) i * parts / (counts.length - 1))] += counts[i];
        }
        return sums;
    }

    private double value(int bin) {
        return (bin + (double) low * STEPS) / STEPS;
    }
}
