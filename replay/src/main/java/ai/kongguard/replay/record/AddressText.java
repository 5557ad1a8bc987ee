package ai.kongguard.replay.record;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Where an address stands in a text.
 *
 * @param address which
 * @param from its first character
 * @param to the first character behind it
 */
record AddressText(Address address, int from, int to) {

    private static final int MAX_LENGTH = 45;

    /** All of them, in order; a port or a full stop behind one is no part of it. JSON's escapes are no part of any. */
    static List<AddressText> in(String text) {
        List<AddressText> found = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\') {
                i += i + 1 < text.length() && text.charAt(i + 1) == 'u' ? 6 : 2;
            } else if (isPart(c)) {
                int end = i;
                while (end < text.length() && isPart(text.charAt(end))) {
                    end++;
                }
                add(text, i, end, found);
                i = end;
            } else {
                i++;
            }
        }
        return found;
    }

    private static void add(String text, int from, int end, List<AddressText> found) {
        int to = end;
        while (to > from
                && (text.charAt(to - 1) == '.' || (text.charAt(to - 1) == ':' && !endsWithGap(text, from, to)))) {
            to--;
        }
        if (to - from < 2 || to - from > MAX_LENGTH + 6) {
            return;
        }
        Address whole = Address.parse(text.substring(from, to));
        if (whole != null) {
            found.add(new AddressText(whole, from, to));
            return;
        }
        int colon = text.indexOf(':', from);
        Address host = colon > from && colon < to ? Address.parse(text.substring(from, colon)) : null;
        if (host != null) {
            found.add(new AddressText(host, from, colon));
        }
    }

    private static boolean endsWithGap(String text, int from, int to) {
        return to - from >= 2 && text.charAt(to - 2) == ':';
    }

    private static boolean isPart(char c) {
        return c == '.' || c == ':' || HexFormat.isHexDigit(c);
    }
}
