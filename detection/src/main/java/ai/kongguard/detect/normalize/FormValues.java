package ai.kongguard.detect.normalize;

/** Pairs of name and value: a query string, a form body, a cookie header. */
final class FormValues {

    /** Longer names are looked at as values: nobody calls a field that. */
    private static final int LONG_NAME = 40;

    private FormValues() {}

    static void add(String prefix, String text, char separator, boolean plusIsSpace, ValueSink sink) {
        int start = 0;
        while (start < text.length() && !sink.isFull()) {
            int end = text.indexOf(separator, start);
            end = end < 0 ? text.length() : end;
            while (start < end && text.charAt(start) == ' ') {
                start++;
            }
            pair(prefix, text.substring(start, end), plusIsSpace, sink);
            start = end + 1;
        }
    }

    private static void pair(String prefix, String pair, boolean plusIsSpace, ValueSink sink) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            sink.add(prefix + "-", pair, plusIsSpace);
            return;
        }
        String name = pair.substring(0, equals);
        if (isOddName(name)) {
            sink.add(prefix + "-", name, plusIsSpace);
            sink.add(prefix + "-", pair.substring(equals + 1), plusIsSpace);
        } else {
            sink.add(prefix + name, pair.substring(equals + 1), plusIsSpace);
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
