package ai.kongguard.traffic;

import java.util.List;
import java.util.SplittableRandom;

/** Draws from a source of randomness; the same draws for the same source on every JDK. */
public final class Pick {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String HEX = "0123456789abcdef";

    private Pick() {}

    /** One of these, each as likely. */
    @SafeVarargs
    public static <T> T one(SplittableRandom random, T... values) {
        return values[random.nextInt(values.length)];
    }

    /** One of these, each as likely. */
    public static <T> T one(SplittableRandom random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** True with this probability, 0-1. */
    public static boolean chance(SplittableRandom random, double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from {@code low} up to and without {@code high}. */
    public static int number(SplittableRandom random, int low, int high) {
        return random.nextInt(low, high);
    }

    /** Lower-case letters. */
    public static String letters(SplittableRandom random, int length) {
        return text(random, LETTERS, length);
    }

    /** Lower-case hex digits. */
    public static String hex(SplittableRandom random, int length) {
        return text(random, HEX, length);
    }

    private static String text(SplittableRandom random, String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
