package ai.kongguard.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** One number for everything that a model was trained on. */
final class DataHash {

    private static final int DIGITS = 16;

    private DataHash() {}

    static String of(List<LabelledRequest> requests) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (LabelledRequest request : requests) {
                String text = String.join(
                        "\n",
                        request.source(),
                        request.type().wireName(),
                        request.event().method(),
                        request.event().path(),
                        request.event().query(),
                        new TreeMap<>(request.event().headers()).toString(),
                        String.valueOf(request.event().body()));
                digest.update(text.getBytes(UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
