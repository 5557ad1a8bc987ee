package ai.kongguard.detect.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A model as bytes: the magic {@code KGMODEL}, the version of the format, the fingerprint of the features that the model
 * was trained for, the SHA-256 of the rest, and the rest: metadata and parameters, deflated, in big-endian order.
 */
public final class ModelFile {

    private static final byte[] MAGIC = {'K', 'G', 'M', 'O', 'D', 'E', 'L'};
    private static final int FORMAT = 1;
    private static final int HASH = 32;
    private static final int HEADER = MAGIC.length + 1 + Long.BYTES + HASH;

    /** Larger files are none of ours. */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final int MAX_TREES = 4096;

    private ModelFile() {}

    /** The model as bytes; the same bytes for the same model. */
    public static byte[] write(LocalModel model) {
        try {
            byte[] content = content(model);
            ByteArrayOutputStream file = new ByteArrayOutputStream(HEADER + content.length);
            DataOutputStream out = new DataOutputStream(file);
            out.write(MAGIC);
            out.writeByte(FORMAT);
            out.writeLong(FeatureFingerprint.VALUE);
            out.write(sha256(content));
            out.write(content);
            return file.toByteArray();
        } catch (IOException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
    }

    /**
     * Reads and verifies a model.
     *
     * @throws DamagedModelException if it is no model, of another format, made for other features, cut or changed
     */
    public static LocalModel read(byte[] file) throws DamagedModelException {
        if (file.length < HEADER || !Arrays.equals(Arrays.copyOf(file, MAGIC.length), MAGIC)) {
            throw new DamagedModelException("It is no Kong Guard model: it does not begin with KGMODEL");
        }
        if (file.length > MAX_BYTES) {
            throw new DamagedModelException("It is larger than " + MAX_BYTES + " bytes");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file, MAGIC.length, HEADER))) {
            int format = in.readUnsignedByte();
            if (format != FORMAT) {
                throw new DamagedModelException(
                        "Its format is " + format + "; this release reads " + FORMAT + ": train it again");
            }
            if (in.readLong() != FeatureFingerprint.VALUE) {
                throw new DamagedModelException(
                        "It was trained for other features than this release computes: train it again");
            }
            byte[] content = Arrays.copyOfRange(file, HEADER, file.length);
            if (!MessageDigest.isEqual(in.readNBytes(HASH), sha256(content))) {
                throw new DamagedModelException("Its checksum is wrong: it was cut or changed, copy it again");
            }
            return model(content);
        } catch (IOException | IllegalArgumentException e) {
            throw new DamagedModelException("Its content cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] content(LocalModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            ModelInfo info = model.info();
            out.writeUTF(info.name());
            out.writeInt(info.version());
            out.writeUTF(info.dataHash());
            out.writeUTF(info.trainedOn());
            out.writeFloat(model.gate());
            ScoreScale scale = model.scale();
            out.writeFloat(scale.monitor());
            out.writeFloat(scale.rateLimit());
            out.writeFloat(scale.block());
            out.writeFloat(scale.slope());
            out.writeFloat(scale.intercept());
            out.writeFloat(model.ngrams().bias);
            out.writeFloat(model.ngrams().step);
            out.write(model.ngrams().weights);
            out.writeFloat(model.types().step);
            out.write(model.types().weights);
            TreeEnsemble trees = model.trees();
            out.writeByte(trees.depth());
            out.writeFloat(trees.base());
            out.writeFloat(trees.slope());
            out.writeInt(trees.features().length / ((1 << trees.depth()) - 1));
            for (short feature : trees.features()) {
                out.writeShort(feature);
            }
            for (float threshold : trees.thresholds()) {
                out.writeFloat(threshold);
            }
            for (float leaf : trees.leaves()) {
                out.writeFloat(leaf);
            }
        }
        return bytes.toByteArray();
    }

    private static LocalModel model(byte[] content) throws IOException {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(content)))) {
            ModelInfo info = new ModelInfo(in.readUTF(), in.readInt(), in.readUTF(), in.readUTF());
            float gate = in.readFloat();
            ScoreScale scale =
                    new ScoreScale(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat());
            float bias = in.readFloat();
            float step = in.readFloat();
            NgramWeights ngrams = new NgramWeights(exactly(in, 1 << NgramWeights.BITS), step, bias);
            float typeStep = in.readFloat();
            int typeSize = (1 << TypeWeights.BITS) * TypeWeights.TYPES.size();
            TypeWeights types = new TypeWeights(exactly(in, typeSize), typeStep);
            return new LocalModel(info, ngrams, types, trees(in), scale, gate);
        }
    }

    private static TreeEnsemble trees(DataInputStream in) throws IOException {
        int depth = in.readUnsignedByte();
        float base = in.readFloat();
        float slope = in.readFloat();
        int count = in.readInt();
        if (depth < 1 || depth > 8 || count < 1 || count > MAX_TREES) {
            throw new IOException("there are " + count + " trees of depth " + depth);
        }
        int splits = (1 << depth) - 1;
        short[] features = new short[count * splits];
        for (int i = 0; i < features.length; i++) {
            features[i] = in.readShort();
            if (features[i] < 0 || features[i] >= ValueReader.FEATURES) {
                throw new IOException("a tree asks for feature " + features[i]);
            }
        }
        float[] thresholds = floats(in, features.length);
        return new TreeEnsemble(depth, base, slope, features, thresholds, floats(in, count * (splits + 1)));
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = in.readFloat();
            if (Float.isNaN(numbers[i])) {
                throw new IOException("a number is none");
            }
        }
        return numbers;
    }

    private static byte[] exactly(DataInputStream in, int size) throws IOException {
        byte[] bytes = new byte[size];
        in.readFully(bytes);
        return bytes;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
