package ai.kongguard.review;

/** Makes addresses unusable, so that no software on the way opens one. Pure. */
final class Defanged {

    private Defanged() {}

    /** With {@code hxxp} for {@code http}, and {@code fxp} for {@code ftp}, where an address begins. */
    static String of(String text) {
        int slashes = text.indexOf("://");
        if (slashes < 0) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text);
        for (; slashes >= 0; slashes = text.indexOf("://", slashes + 1)) {
            int scheme = slashes;
            while (scheme > 0 && Character.isLetter(text.charAt(scheme - 1))) {
                scheme--;
            }
            for (int i = scheme; i < slashes; i++) {
                // The same length, so that later places stay right.
                if (text.charAt(i) == 't' || text.charAt(i) == 'T') {
                    safe.setCharAt(i, 'x');
                }
            }
        }
        return safe.toString();
    }
}
