package ai.kongguard.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Tells calls that change something from those that only read. */
public final class Calls {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Calls() {}

    /** Whether it may change something. */
    public static boolean change(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }
}
