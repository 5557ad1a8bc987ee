package ai.kongguard.standalone.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** What a failed command says and ends with. */
final class Failures {

    private Failures() {}

    /** One line; of what is no fault of the input its kind helps too. */
    static String explain(Throwable failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (failure instanceof FileAlreadyExistsException there) {
            return there.getFile() + " exists already; --overwrite replaces it";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be opened";
        }
        String message = failure.getMessage();
        return message != null && isInput(failure) ? message : failure.toString();
    }

    /** 2 when what was given is wrong, else 1. */
    static int exitCode(Throwable failure) {
        return isInput(failure) ? 2 : 1;
    }

    private static boolean isInput(Throwable failure) {
        return failure instanceof IllegalArgumentException || failure instanceof IOException;
    }
}
