package ai.kongguard.detect.model;

/** Logarithms of small whole numbers from a table; the same on every machine. */
final class Logs {

    private static final float[] TABLE = new float[1024];

    static {
        for (int i = 1; i < TABLE.length; i++) {
            TABLE[i] = (float) StrictMath.log(i);
        }
    }

    private Logs() {}

    /** The natural logarithm of a positive number. */
    static float of(int number) {
        return number < TABLE.length ? TABLE[number] : (float) StrictMath.log(number);
    }

    /** The logarithm of one more than a count, so that nothing counts as 0. */
    static float ofCount(int count) {
        return of(count + 1);
    }
}
