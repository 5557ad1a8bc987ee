package ai.kongguard.detect.seeded;

import java.nio.file.Files;
import java.nio.file.Path;

/** Breaks: detection does no I/O. */
public final class OpensFiles {

    private OpensFiles() {}

    static boolean exists() {
        return Files.exists(Path.of("rules.txt"));
    }
}
