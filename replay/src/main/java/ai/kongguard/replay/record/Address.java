package ai.kongguard.replay.record;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An IP address, however it was spelled.
 *
 * @param high the upper half of IPv6; 0 for IPv4
 * @param low the lower half of IPv6, or the 32 bits of IPv4
 * @param v4 whether it is of IPv4
 */
record Address(long high, long low, boolean v4) {

    private static final int GROUPS = 8;

    /** Null when the text is no address, and nothing else stands around one. */
    static @Nullable Address parse(String text) {
        return text.indexOf(':') < 0 ? v4(text) : v6(text);
    }

    private static @Nullable Address v4(String text) {
        long value = number(text);
        return value < 0 ? null : new Address(0, value, true);
    }

    /** The 32 bits of four decimal numbers; -1 when it is not that. */
    private static long number(String text) {
        long value = 0;
        int parts = 0;
        int digits = 0;
        int part = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c == '.') {
                if (digits == 0 || part > 255 || parts == 4) {
                    return -1;
                }
                value = (value << 8) | part;
                parts++;
                digits = 0;
                part = 0;
            } else if (c >= '0' && c <= '9' && digits < 3) {
                part = part * 10 + c - '0';
                digits++;
            } else {
                return -1;
            }
        }
        return parts == 4 ? value : -1;
    }

    private static @Nullable Address v6(String text) {
        if (text.length() > 45) {
            return null;
        }
        int gap = text.indexOf("::");
        int[] groups = new int[GROUPS];
        int before = fill(gap < 0 ? text : text.substring(0, gap), groups);
        if (before < 0 || (gap < 0) != (before == GROUPS)) {
            return null;
        }
        if (gap >= 0) {
            int[] tail = new int[GROUPS];
            int after = fill(text.substring(gap + 2), tail);
            if (after < 0 || before + after >= GROUPS) {
                return null;
            }
            System.arraycopy(tail, 0, groups, GROUPS - after, after);
        }
        return new Address(half(groups, 0), half(groups, 4), false);
    }

    /** How many groups the text has; -1 when it is not groups. */
    private static int fill(String text, int[] groups) {
        if (text.isEmpty()) {
            return 0;
        }
        int at = 0;
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean dotted = i == parts.length - 1 && parts[i].indexOf('.') > 0;
            long value = dotted ? number(parts[i]) : hex(parts[i]);
            if (value < 0 || at + (dotted ? 2 : 1) > GROUPS) {
                return -1;
            }
            if (dotted) {
                groups[at++] = (int) (value >>> 16);
            }
            groups[at++] = (int) (value & 0xffff);
        }
        return at;
    }

    private static int hex(String group) {
        boolean valid = !group.isEmpty() && group.length() <= 4 && group.chars().allMatch(HexFormat::isHexDigit);
        return valid ? HexFormat.fromHexDigits(group) : -1;
    }

    private static long half(int[] groups, int from) {
        long half = 0;
        for (int i = from; i < from + 4; i++) {
            half = (half << 16) | groups[i];
        }
        return half;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (v4) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                text.append((low >>> shift) & 0xff).append(shift > 0 ? "." : "");
            }
            return text.toString();
        }
        for (int i = 0; i < GROUPS; i++) {
            long half = i < 4 ? high : low;
            text.append(i == 0 ? "" : ":").append(Long.toHexString((half >>> (48 - 16 * (i % 4))) & 0xffff));
        }
        return text.toString();
    }
}
