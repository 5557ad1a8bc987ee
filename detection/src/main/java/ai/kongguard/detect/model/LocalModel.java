package ai.kongguard.detect.model;

import ai.kongguard.detect.normalize.CanonicalValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The embedded AI: n-grams of a value tell cheaply whether it is worth a closer look; if so, boosted trees weigh what
 * the n-grams say, what the value is made of, and what hand-written rules find. Immutable and thread-safe.
 */
public final class LocalModel {

    private static final String RESOURCE = "local.kgmodel";

    /** A rule that finds so much deserves a closer look, whatever n-grams say. */
    private static final double SUSPICIOUS = 0.8;

    private final ModelInfo info;
    private final NgramWeights ngrams;
    private final TypeWeights types;
    private final TreeEnsemble trees;
    private final ScoreScale scale;
    private final float gate;

    /**
     * @param gate log-odds by n-grams below which no closer look is taken
     */
    public LocalModel(
            ModelInfo info, NgramWeights ngrams, TypeWeights types, TreeEnsemble trees, ScoreScale scale, float gate) {
        this.info = info;
        this.ngrams = ngrams;
        this.types = types;
        this.trees = trees;
        this.scale = scale;
        this.gate = gate;
    }

    /** The model that is part of this release. */
    public static LocalModel bundled() {
        try (InputStream in = LocalModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The model " + RESOURCE + " is missing from this build");
            }
            return ModelFile.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DamagedModelException e) {
            throw new IllegalStateException("The model of this build is unusable: " + e.getMessage(), e);
        }
    }

    public ModelInfo info() {
        return info;
    }

    /** The same model under another name. */
    public LocalModel withInfo(ModelInfo other) {
        return new LocalModel(other, ngrams, types, trees, scale, gate);
    }

    public ScoreScale scale() {
        return scale;
    }

    /** Log-odds by n-grams below which a value is left alone. */
    public float gate() {
        return gate;
    }

    NgramWeights ngrams() {
        return ngrams;
    }

    TypeWeights types() {
        return types;
    }

    TreeEnsemble trees() {
        return trees;
    }

    /** What it makes of a value; null when the value is harmless at first sight. */
    public @Nullable ValueScore score(CanonicalValue value, Scratch scratch) {
        ValueReader reader = scratch.reader;
        reader.read(value);
        WindowScores scores = reader.score(ngrams);
        CanonicalValue middle = reader.middle();
        scratch.rules.read(middle);
        if (scores.highest() < gate && scratch.rules.strongest() < SUSPICIOUS) {
            return null;
        }
        reader.describe(middle, scratch.rules, scratch.row);
        scores.fill(scratch.row);
        return new ValueScore(value, trees.score(scratch.row), scratch.rules.findings());
    }

    /** Whether n-grams say anything of the value that was scored last: what is plain has none. */
    public boolean speaks(Scratch scratch) {
        return scratch.reader.windows() > 0;
    }

    /** The probability of each type of attack for the value that was scored last, in the order of {@link TypeWeights#TYPES}. */
    public float[] types(Scratch scratch) {
        return scratch.reader.types(types);
    }

    /** Where in the decoded text of the value scored last the evidence lies; start and end. */
    public int[] evidence(Scratch scratch) {
        return scratch.reader.loudest(ngrams);
    }

    /** Memory that scoring needs; for one thread at a time, and best for one request. */
    public static final class Scratch {
        private final ValueReader reader = new ValueReader();
        private final RuleWeights rules = new RuleWeights();
        private final float[] row = new float[ValueReader.FEATURES];
    }
}
