package ai.kongguard.training;

import java.util.Arrays;

/** Every feature of a table cut into ranges; a row is in range {@code b} when it exceeds {@code b} of the cuts. */
final class Bins {

    /** Most ranges of one feature. */
    static final int MAX = 64;

    private static final int SAMPLED = 50_000;

    private final float[][] cuts;
    private final byte[][] columns;

    Bins(float[][] rows) {
        int features = rows[0].length;
        cuts = new float[features][];
        columns = new byte[features][rows.length];
        for (int f = 0; f < features; f++) {
            cuts[f] = cuts(rows, f);
            for (int i = 0; i < rows.length; i++) {
                int at = Arrays.binarySearch(cuts[f], rows[i][f]);
                columns[f][i] = (byte) (at >= 0 ? at : -at - 1);
            }
        }
    }

    int features() {
        return cuts.length;
    }

    /** How many cuts a feature has; 0 when it is the same in all rows. */
    int cuts(int feature) {
        return cuts[feature].length;
    }

    /** Values up to and with this are in the range or one before. */
    float cut(int feature, int bin) {
        return cuts[feature][bin];
    }

    byte[] column(int feature) {
        return columns[feature];
    }

    private static float[] cuts(float[][] rows, int feature) {
        int step = Math.max(1, rows.length / SAMPLED);
        float[] column = new float[(rows.length + step - 1) / step];
        for (int i = 0; i < column.length; i++) {
            column[i] = rows[i * step][feature];
        }
        Arrays.sort(column);
        float[] distinct = distinct(column, column.length);
        if (distinct.length <= MAX) {
            float[] middles = new float[Math.max(0, distinct.length - 1)];
            for (int i = 0; i < middles.length; i++) {
                middles[i] = (distinct[i] + distinct[i + 1]) / 2;
            }
            return middles;
        }
        // Half by frequency and half by value, so that rare great values are told apart too.
        float[] cuts = new float[MAX - 1];
        for (int q = 1; q < MAX; q++) {
            float[] from = q % 2 == 0 ? column : distinct;
            cuts[q - 1] = from[(int) ((long) from.length * q / MAX)];
        }
        Arrays.sort(cuts);
        return distinct(cuts, cuts.length);
    }

    private static float[] distinct(float[] sorted, int length) {
        float[] distinct = new float[length];
        int count = 0;
        for (int i = 0; i < length; i++) {
            if (count == 0 || sorted[i] != distinct[count - 1]) {
                distinct[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(distinct, count);
    }
}
