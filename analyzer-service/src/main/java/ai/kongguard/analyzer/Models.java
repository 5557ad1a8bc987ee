package ai.kongguard.analyzer;

import ai.kongguard.detect.Judge;
import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.detect.model.DamagedModelException;
import ai.kongguard.detect.model.LocalModel;
import ai.kongguard.detect.model.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The judge that decides now: with the model of this release, or with the one in a file, which may be replaced at any
 * time. What cannot be used never takes over. Thread-safe.
 */
public final class Models implements Supplier<Judge> {

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final @Nullable Path path;
    private final VerdictPolicy policy;
    private final AnalyzerMeters meters;
    private volatile Current current;

    /** The file at the last look: its stamp, the SHA-256 of its content or why there was none. */
    private @Nullable Stamp stamp;

    private @Nullable String seen;

    /** Whether it was read twice like that, so that it is not read again. */
    private boolean settled;

    /** What was refused since the last good content. */
    private @Nullable String refused;

    private Models(@Nullable Path path, Current first, VerdictPolicy policy, AnalyzerMeters meters) {
        this.path = path;
        this.current = first;
        this.policy = policy;
        this.meters = meters;
        meters.model(first.label());
    }

    /** The model of this release, for good. */
    public static Models bundled(VerdictPolicy policy, AnalyzerMeters meters) {
        return new Models(null, Current.of(LocalModel.bundled(), "", policy), policy, meters);
    }

    /**
     * The model in a file, and whatever takes its place.
     *
     * @throws IllegalStateException if the file cannot be used
     */
    public static Models at(Path path, VerdictPolicy policy, AnalyzerMeters meters) {
        try {
            byte[] file = read(path);
            Current first = Current.of(ModelFile.read(file), sha256(file), policy);
            LOG.info("Judging with {} of {}", first.label(), path);
            return new Models(path, first, policy, meters);
        } catch (IOException | DamagedModelException e) {
            throw new IllegalStateException(
                    "kongguard.analyzer.model.path: " + path + " cannot be used. " + reason(e), e);
        }
    }

    @Override
    public Judge get() {
        return current.judge();
    }

    /** Of the model that judges now. */
    public String label() {
        return current.label();
    }

    /**
     * Looks at the file. Another good model takes over at once. What is bad is refused when it was the same at the last
     * look; until then it may be a file that is still being copied.
     */
    public synchronized void check() {
        if (path == null) {
            return;
        }
        try {
            Stamp now = Stamp.of(path);
            boolean same = now.equals(stamp);
            if (same && settled) {
                return;
            }
            byte[] file = read(path);
            String hash = sha256(file);
            boolean twice = hash.equals(seen);
            // Once is not enough: it may be written again within what the file system can tell apart.
            settled = same && twice;
            stamp = now;
            seen = hash;
            load(path, file, hash, twice);
        } catch (IOException e) {
            String trouble = e.toString();
            boolean twice = trouble.equals(seen);
            settled = false;
            seen = trouble;
            bad(path, trouble, twice, reason(e));
        }
    }

    private void load(Path file, byte[] content, String hash, boolean twice) {
        if (hash.equals(current.hash())) {
            if (refused != null) {
                LOG.info("{} holds {} again, which went on judging", file, current.label());
            }
            refused = null;
            return;
        }
        if (hash.equals(refused)) {
            return;
        }
        Current next;
        try {
            next = Current.of(ModelFile.read(content), hash, policy);
        } catch (DamagedModelException | RuntimeException e) {
            bad(file, hash, twice, reason(e));
            return;
        }
        LOG.info("Judging with {} of {} instead of {}", next.label(), file, current.label());
        current = next;
        refused = null;
        meters.model(next.label());
        meters.modelReloaded();
    }

    private void bad(Path file, String what, boolean twice, String reason) {
        if (what.equals(refused)) {
            return;
        }
        if (!twice) {
            LOG.debug("{} is looked at again: {}", file, reason);
            return;
        }
        refused = what;
        meters.modelRefused();
        LOG.warn("Refused {}, {} goes on: {}", file, current.label(), reason);
    }

    /** Never more than a model may have, and never from what could keep us waiting, such as a pipe. */
    private static byte[] read(Path path) throws IOException {
        Stamp stamp = Stamp.of(path);
        if (stamp.size() > ModelFile.MAX_BYTES) {
            throw new IOException("It is larger than " + ModelFile.MAX_BYTES + " bytes: " + stamp.size());
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(ModelFile.MAX_BYTES + 1);
        }
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "There is no such file";
        }
        return e instanceof DamagedModelException || e.getClass() == IOException.class
                ? String.valueOf(e.getMessage())
                : e.toString();
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** A judge, the label of its model, and the SHA-256 of the file that was in. */
    private record Current(Judge judge, String label, String hash) {

        static Current of(LocalModel model, String hash, VerdictPolicy policy) {
            return new Current(Judge.of(model, policy), model.info().label(), hash);
        }
    }

    /** What tells cheaply that a file is another one; of a link, the file it leads to. */
    private record Stamp(long size, FileTime modified, @Nullable Object key) {

        static Stamp of(Path path) throws IOException {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            if (!file.isRegularFile()) {
                throw new IOException("It is no regular file");
            }
            return new Stamp(file.size(), file.lastModifiedTime(), file.fileKey());
        }
    }
}
