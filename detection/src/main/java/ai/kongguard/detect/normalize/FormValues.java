package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;

/** Pairs of name and value: a query string, a form body, a cookie header. */
final class FormValues {

    /** Longer names are looked at as values: nobody calls a field that. */
    private static final int LONG_NAME = 40;

    private FormValues() {}

    static void add(Kind kind, String prefix, String text, char separator, boolean plusIsSpace, ValueSink sink) {
        int start = 0;
        while (start < text.length() && !sink.isFull()) {
            int end = text.indexOf(separator, start);
            end = end < 0 ? text.length() : end;
            while (start < end && text.charAt(start) == ' ') {
                start++;
            }
            pair(kind, prefix, text.substring(start, end), plusIsSpace, sink);
            start = end + 1;
        }
    }

    private static void pair(Kind kind, String prefix, String pair, boolean plusIsSpace, ValueSink sink) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            sink.add(kind, prefix + "-", pair, plusIsSpace);
            return;
        }
        String name = pair.substring(0, equals);
        if (isOddName(name)) {
            sink.add(Kind.NAME, prefix + "-", name, plusIsSpace);
            sink.add(kind, prefix + "-", pair.substring(equals + 1), plusIsSpace);
        } else {
            sink.add(kind, prefix + name, pair.substring(equals + 1), plusIsSpace);
        }
    }

    private static boolean isOddName(String name) {
        if (name.length() > LONG_NAME) {
            return true;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && "_-.[]".indexOf(c) < 0) {
                return true;
            }
        }
        return false;
    }
}
