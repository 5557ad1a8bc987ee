package ai.kongguard.training;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The command line of this module. */
@Command(
        name = "model-training",
        mixinStandardHelpOptions = true,
        description = "Trains, validates and compares the model of Kong Guard AI.",
        subcommands = {TrainCommand.class, EvaluateCommand.class})
public final class Commands {

    public static void main(String[] args) {
        CommandLine line = line();
        System.exit(args.length == 0 ? line.execute("--help") : line.execute(args));
    }

    static CommandLine line() {
        return new CommandLine(new Commands()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(message(failure));
            return 1;
        });
    }

    /** Input errors say what is wrong by themselves; of anything else its kind helps too. */
    private static String message(Exception failure) {
        String message = failure.getMessage();
        return failure instanceof IllegalArgumentException && message != null ? message : failure.toString();
    }

    static PrintWriter out(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("The command was not started by picocli");
        }
        return spec.commandLine().getOut();
    }
}
