package ai.kongguard.detect.model;

/** Numbers rounded to bytes. */
final class Quantised {

    /** Weights beyond this share of all that are not zero are cut, so that a few do not coarsen the others. */
    private static final double KEPT = 0.9995;

    private Quantised() {}

    /** The step in which the numbers fit a byte each. */
    static float step(float[] numbers, int steps) {
        float[] sizes = new float[numbers.length];
        int count = 0;
        for (float number : numbers) {
            if (number != 0) {
                sizes[count++] = Math.abs(number);
            }
        }
        if (count == 0) {
            return 1;
        }
        java.util.Arrays.sort(sizes, 0, count);
        return sizes[(int) ((count - 1) * KEPT)] / steps;
    }

    static byte[] bytes(float[] numbers, float step, int steps) {
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            bytes[i] = (byte) Math.max(-steps, Math.min(steps, Math.round(numbers[i] / step)));
        }
        return bytes;
    }
}
