package ai.kongguard.detect.rules;

import java.util.List;

/** Every rule there is. */
public final class Rules {

    private static final List<Detector> ALL = List.of(
            new SqlInjectionDetector(),
            new XssDetector(),
            new PathTraversalDetector(),
            new CommandInjectionDetector(),
            new KnownExploitDetector());

    private Rules() {}

    /** All of them, always in the same order. */
    public static List<Detector> all() {
        return ALL;
    }
}
