package ai.kongguard.intake.kong;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The decoded names of a query string's parameters. */
final class QueryNames {

    private QueryNames() {}

    static Set<String> of(String query) {
        Set<String> names = new HashSet<>();
        int start = 0;
        while (start < query.length()) {
            int end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            int equals = query.indexOf('=', start);
            String name = query.substring(start, equals >= 0 && equals < end ? equals : end);
            names.add(name);
            names.add(decoded(name));
            start = end + 1;
        }
        return names;
    }

    private static String decoded(String name) {
        if (name.indexOf('%') < 0 && name.indexOf('+') < 0) {
            return name;
        }
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException invalid) {
            return name;
        }
    }
}
