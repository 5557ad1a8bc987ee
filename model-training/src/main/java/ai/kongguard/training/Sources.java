package ai.kongguard.training;

import java.util.Set;

/**
 * What is known of the sources of labelled requests by their names: which of them resemble each other, so that they are
 * left out together, and which of them the budget of false positives is counted on. Unknown sources stand alone.
 */
final class Sources {

    /** Generated families are left out in so many parts. */
    private static final int GENERATED_PARTS = 3;

    /** Code, rich text and structured formats as values: benign, and hard on purpose. */
    private static final Set<String> HARD =
            Set.of("text_code_dev", "richtext_dev", "formats_dev", "generated/decoy_code", "generated/decoy_format");

    /** Payload lists whose benign part holds attacks, or what their authors took for harmless on purpose. */
    private static final Set<String> NOISY = Set.of("grananqvist", "libinjection");

    private Sources() {}

    /** What is left out together with this source. */
    static String fold(String source) {
        if (source.startsWith(Generated.PREFIX) || source.startsWith(Generated.RESERVED)) {
            return "generated " + Math.floorMod(source.hashCode(), GENERATED_PARTS);
        }
        return switch (source) {
            case "patt", "patt_md", "wrapped_dev" -> "payload lists";
            case "csic2010", "do_openapi" -> "recorded requests";
            case "text_code_dev", "richtext_dev" -> "code and rich text";
            default -> source;
        };
    }

    /** The source without the family of what was generated. */
    static String collection(String source) {
        int slash = source.indexOf('/');
        return slash < 0 ? source : source.substring(0, slash);
    }

    /** Whether it counts for the budget of false positives on ordinary traffic and prose. */
    static boolean isOrdinary(String source) {
        return !HARD.contains(source)
                && !NOISY.contains(source)
                && !source.startsWith("generated/decoy_")
                && !source.startsWith(Generated.RESERVED);
    }

    static boolean isReserved(String source) {
        return source.startsWith(Generated.RESERVED);
    }
}
