package ai.kongguard.detect.behaviour;

/** Hashes that nobody can predict who does not know the seed. */
final class Hash {

    private Hash() {}

    /** Spreads a number over all 64 bits, one to one. */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Of the characters from {@code start} to {@code end}, exclusive; ASCII letters count as lower case. */
    static long text(String text, int start, int end, long seed) {
        long hash = seed;
        for (int i = start; i < end; i++) {
            hash = (hash ^ lower(text.charAt(i))) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 32;
        }
        return mix(hash);
    }

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }
}
