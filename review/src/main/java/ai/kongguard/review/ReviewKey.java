package ai.kongguard.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.event.TrafficEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names a payload, so that an answer about one request is an answer about others that differ in nothing but harmless
 * literals. Attackers choose the content of requests, so what is not surely a harmless literal is part of the name.
 */
final class ReviewKey {

    private static final int BYTES = 16;

    private ReviewKey() {}

    /** 128 bits as 32 hexadecimal digits: of the method, the shape of the path, and the skeletons of these values. */
    static String of(TrafficEvent event, List<CanonicalValue> values) {
        MessageDigest digest = sha256();
        add(digest, event.method());
        add(digest, LiteralFree.of(event.path()));
        for (CanonicalValue value : values) {
            add(digest, value.kind().name());
            add(digest, LiteralFree.of(value.field()));
            add(digest, LiteralFree.of(value.text()));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    /** With its length, so that no value can pretend to be two. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        digest.update((bytes.length + ":").getBytes(UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
