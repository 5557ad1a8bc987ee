package ai.kongguard.standalone.cli;

import ai.kongguard.recording.Manifest;
import ai.kongguard.recording.RecordingFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a recording is written. */
final class OutputOptions {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "The recording, FILE.part until it is complete; - for standard output.")
    private Path out = STANDARD_OUTPUT;

    @Option(names = "--overwrite", description = "Replace a FILE that is there already.")
    private boolean overwrite;

    boolean isStandardOutput() {
        return out.equals(STANDARD_OUTPUT);
    }

    Path path() {
        return out;
    }

    RecordingFile open(OutputStream standardOutput, Manifest manifest) throws IOException {
        return isStandardOutput()
                ? RecordingFile.to(standardOutput, manifest)
                : RecordingFile.at(out, overwrite, manifest);
    }
}
