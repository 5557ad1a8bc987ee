package ai.kongguard.standalone;

import ai.kongguard.standalone.cli.Commands;

/** Does the named command; without one it starts everything and stays until the process is told to end. */
public final class StandaloneApplication {

    private StandaloneApplication() {}

    public static void main(String[] args) {
        if (Commands.areMeantBy(args)) {
            Runtime.getRuntime().exit(Commands.run(args));
        }
        try {
            Standalone standalone = Standalone.start(args);
            Runtime.getRuntime().addShutdownHook(new Thread(standalone::close, "shutdown"));
            new WelcomeScreen(standalone).print(System.out);
        } catch (RuntimeException e) {
            System.err.println("Kong Guard AI did not start. " + StartFailure.explain(e));
            Runtime.getRuntime().exit(1);
        }
    }
}
