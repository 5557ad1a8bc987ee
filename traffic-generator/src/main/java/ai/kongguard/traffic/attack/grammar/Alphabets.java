package ai.kongguard.traffic.attack.grammar;

import org.jspecify.annotations.Nullable;

/** Characters that a grammar can name. */
final class Alphabets {

    private Alphabets() {}

    static @Nullable String named(String name) {
        return switch (name) {
            case "letters" -> "abcdefghijklmnopqrstuvwxyz";
            case "LETTERS" -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            case "digits" -> "0123456789";
            case "hex" -> "0123456789abcdef";
            case "alnum" -> "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
            case "nl" -> "\n";
            case "cr" -> "\r";
            case "tab" -> "\t";
            case "nul" -> "\u0000";
            case "vt" -> "\u000b";
            case "ff" -> "\f";
            case "esc" -> "\u001b";
            case "wild" -> "*";
            case "sp" -> " ";
            default -> null;
        };
    }
}
