package ai.kongguard.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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

    /** Says what is wrong with the arguments and what there is instead, and returns the exit code. */
    static int misused(ParameterException misuse, String[] args) {
        CommandLine command = misuse.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(misuse.getMessage());
        UnmatchedArgumentException.printSuggestions(misuse, err);
        boolean root = command.getParent() == null;
        err.println(
                root
                        ? "Commands: "
                                + String.join(", ", command.getSubcommands().keySet())
                                + ". Without one, and with --PROPERTY=VALUE only, the system starts."
                        : "See: help " + command.getCommandName());
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** 2 when what was given is wrong, else 1. */
    static int exitCode(Throwable failure) {
        return isInput(failure) ? 2 : 1;
    }

    private static boolean isInput(Throwable failure) {
        return failure instanceof IllegalArgumentException || failure instanceof IOException;
    }
}
