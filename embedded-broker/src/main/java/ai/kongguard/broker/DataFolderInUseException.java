package ai.kongguard.broker;

import java.nio.file.Path;

/** Another broker runs on the same data. */
public final class DataFolderInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataFolderInUseException(Path folder) {
        super("Another broker uses the data folder " + folder);
    }
}
