package ai.kongguard.traffic;

import java.util.SplittableRandom;

/** Sources of randomness that are told apart by a purpose and an index. */
final class Seeds {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /** The same for the same arguments, on every JDK. */
    static SplittableRandom random(long seed, String purpose, long index) {
        return new SplittableRandom(mix(mix(seed * GOLDEN + purpose.hashCode()) + index));
    }

    /** 32 hex digits. */
    static String id(long seed, long index) {
        return hex(mix(seed * GOLDEN)) + hex(index);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
