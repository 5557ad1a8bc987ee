package ai.kongguard.detect.rules;

import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.event.Finding;
import java.util.function.Consumer;

/**
 * A pure judge of one concern, looking at one value at a time. Answers the same for the same value, takes time linear
 * in its length, throws nothing whatever the value holds, and may be called by any thread.
 */
public interface Detector {

    /** Such as {@code sql_injection}; the {@link Finding#detector()} of its findings. */
    String name();

    /** Hands over what speaks for an attack in this value, if anything does. */
    void detect(CanonicalValue value, Consumer<Finding> findings);
}
