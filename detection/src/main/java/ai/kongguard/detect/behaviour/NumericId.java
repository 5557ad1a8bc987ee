package ai.kongguard.detect.behaviour;

import ai.kongguard.detect.normalize.Ascii;

/**
 * The number in a request that names a thing: the last numeric segment of its path, else its first numeric parameter.
 * Numbers that page through a list or defeat a cache name nothing. Reused from request to request; one thread.
 */
final class NumericId {

    /** More digits are a time or a random number. */
    private static final int MAX_DIGITS = 12;

    private static final WordTable NO_IDS = new WordTable(
            "page pages p pg offset limit start skip from to size per_page per-page pagesize page_size count first last",
            "t ts time timestamp date year month day since until v ver version rev _ cb rnd rand nocache seq index",
            "lat lng lon x y z zoom width height w h q score step depth");

    private long number;
    private int template;

    /** Looks for one; whether there is any. */
    boolean find(String path, String query, long seed) {
        return inPath(path, seed) || inQuery(path, query, seed);
    }

    long number() {
        return number;
    }

    /** A hash of the request's place without the number. */
    int template() {
        return template;
    }

    private boolean inPath(String path, long seed) {
        int end = path.length();
        while (end > 0) {
            int slash = path.lastIndexOf('/', end - 1);
            if (isNumber(path, slash + 1, end)) {
                int before = path.lastIndexOf('/', slash - 1) + 1;
                if (slash > 0 && isNoId(path, before, slash)) {
                    return false;
                }
                template = (int) Hash.text(path, end, path.length(), Hash.text(path, 0, slash + 1, seed));
                return true;
            }
            end = slash;
        }
        return false;
    }

    private boolean inQuery(String path, String query, long seed) {
        int start = 0;
        while (start < query.length()) {
            int end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            int equals = start;
            while (equals < end && query.charAt(equals) != '=') {
                equals++;
            }
            if (equals > start && equals < end && isNumber(query, equals + 1, end) && !isNoId(query, start, equals)) {
                template = (int) Hash.text(query, start, equals, Hash.text(path, 0, path.length(), ~seed));
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private boolean isNumber(String text, int start, int end) {
        if (end == start || end - start > MAX_DIGITS) {
            return false;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Ascii.isDigit(c)) {
                return false;
            }
            value = value * 10 + (c - '0');
        }
        number = value;
        return true;
    }

    private static boolean isNoId(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = WordTable.step(hash, text.charAt(i));
        }
        return NO_IDS.find(text, start, end, hash) != WordTable.NONE;
    }
}
