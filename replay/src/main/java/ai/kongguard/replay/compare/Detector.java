package ai.kongguard.replay.compare;

import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.detect.model.DamagedModelException;
import ai.kongguard.detect.model.LocalModel;
import ai.kongguard.detect.model.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One of the two that are compared. Immutable. */
public sealed interface Detector {

    /** The model of this release. */
    static Detector builtin(VerdictPolicy policy) {
        return new Judging(LocalModel.bundled(), policy);
    }

    /**
     * The model in a file.
     *
     * @throws IOException if it cannot be read or is no model that this release can use
     */
    static Detector of(Path file, VerdictPolicy policy) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is no regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new Judging(ModelFile.read(in.readNBytes(ModelFile.MAX_BYTES + 1)), policy);
        } catch (DamagedModelException e) {
            throw new IOException(file + " cannot be used. " + e.getMessage(), e);
        }
    }

    /**
     * A model that judges each event anew.
     *
     * @param policy what it makes of a score
     */
    record Judging(LocalModel model, VerdictPolicy policy) implements Detector {}

    /**
     * The verdicts that were recorded with the events: the first that the tier gave of each.
     *
     * @param tier such as {@code local}
     */
    record Recorded(String tier) implements Detector {}
}
