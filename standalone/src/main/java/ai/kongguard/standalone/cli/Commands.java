package ai.kongguard.standalone.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the jar, for whoever names a command; else the system starts. */
@Command(
        name = "kong-guard-ai",
        mixinStandardHelpOptions = true,
        versionProvider = Release.class,
        synopsisHeading =
                "Usage, to start the system: java -jar kong-guard-ai.jar [--PROPERTY=VALUE...]%nor a command: ",
        description = "Shows attacks on your APIs while they happen.",
        subcommands = {
            RecordCommand.class,
            ReplayCommand.class,
            CompareCommand.class,
            ConvertCommand.class,
            TopicsCommand.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it failed, or what was asked about is so",
            "2:wrong usage or unreadable input",
            "130:ended by Ctrl-C; what was being written is complete"
        })
public final class Commands implements Runnable {

    private static final Set<String> OPTIONS = Set.of("-h", "--help", "-V", "--version");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Commands() {}

    /** Whether these arguments are for a command; others are properties of the system that starts. */
    public static boolean areMeantBy(String... args) {
        return args.length > 0 && (!args[0].startsWith("--") || OPTIONS.contains(args[0]));
    }

    /** Does what the arguments say and returns the exit code. Nothing of Spring starts. */
    public static int run(String... args) {
        // Before the first logger: standard output may be a recording, and what the clients say is for those who look
        // for it.
        System.setProperty("logback.configurationFile", "commands-logback.xml");
        return line().execute(args);
    }

    static CommandLine line() {
        return new CommandLine(new Commands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Instant.class, new TimeOption(InstantSource.system()))
                .setParameterExceptionHandler(Failures::misused)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(Failures.explain(failure));
                    return Failures.exitCode(failure);
                });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    @Command(name = "completion", description = "Prints a completion script: source <(... completion).")
    void completion() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash("kong-guard-ai", spec.commandLine()));
        out.flush();
    }
}
