package ai.kongguard.review;

import org.jspecify.annotations.Nullable;

/** Addresses in dotted decimal. Pure. */
final class Ipv4 {

    /** What any public address is replaced by. */
    static final String PLACEHOLDER = "192.0.2.0";

    private static final int LONGEST = 15;

    private Ipv4() {}

    /** The address that begins here; null when there is none. */
    static @Nullable String at(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start <= LONGEST
                && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        String address = text.substring(start, end);
        return octets(address) == null ? null : address;
    }

    /** Whether it is one that anybody on the internet has, and neither a machine nor a network of ours. */
    static boolean isPublic(String address) {
        int[] octets = octets(address);
        if (octets == null) {
            return false;
        }
        int a = octets[0];
        int b = octets[1];
        return !(a == 0
                || a == 10
                || a == 127
                || a >= 224
                || (a == 100 && b >= 64 && b < 128)
                || (a == 169 && b == 254)
                || (a == 172 && b >= 16 && b < 32)
                || (a == 192 && b == 168));
    }

    private static int @Nullable [] octets(String address) {
        int[] octets = new int[4];
        int octet = 0;
        int digits = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (isDigit(c)) {
                boolean octal = digits == 1 && octets[octet] == 0;
                octets[octet] = octets[octet] * 10 + c - '0';
                if (octal || ++digits > 3 || octets[octet] > 255) {
                    return null;
                }
            } else if (c != '.' || digits == 0 || ++octet > 3) {
                return null;
            } else {
                digits = 0;
            }
        }
        return octet == 3 && digits > 0 ? octets : null;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
