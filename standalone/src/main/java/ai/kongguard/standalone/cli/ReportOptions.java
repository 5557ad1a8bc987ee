package ai.kongguard.standalone.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** How a command tells what it does. */
final class ReportOptions {

    @Option(names = "--json", description = "The summary as one JSON object on standard output.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean quiet;

    boolean isJson() {
        return json;
    }

    boolean isQuiet() {
        return quiet;
    }

    ProgressLine progress(PrintWriter err) {
        return new ProgressLine(err, !quiet, System.console() != null, System::nanoTime);
    }

    /** For people to {@code err}, since standard output may be a recording. */
    void summary(PrintWriter out, PrintWriter err, Map<String, ?> fields, String text) {
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(fields));
            out.flush();
        } else {
            err.println(text);
            err.flush();
        }
    }
}
