package ai.kongguard.intake.redact;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Knows which fields hold credentials, and what is stored instead of one. Names are compared without case, hyphens and
 * underscores. Immutable.
 */
public final class Secrets {

    /** What stands where a credential stood. */
    public static final String REDACTED = "REDACTED";

    /** A run of so many letters and digits in a text that is no token may still be one. */
    private static final int TOKEN_LENGTH = 8;

    /** Characters that attacks need and generated tokens never hold. */
    private static final String NEVER_IN_TOKENS = "'<>();`|\\$ \t\r\n";

    private static final int MAX_NAME = 64;

    private final Set<String> passwords;
    private final Set<String> tokens;

    /**
     * @param passwords names of what people choose: the whole value is taken out
     * @param tokens names of what programs generate: the whole value is taken out, unless it holds characters that no
     *     token does; such a value is an attack and stays, with what looks like a token in it masked
     */
    public Secrets(Collection<String> passwords, Collection<String> tokens) {
        this.passwords = normalized(passwords);
        this.tokens = normalized(tokens);
    }

    /** Whether a field of this name holds a credential. */
    public boolean isSecret(String name) {
        if (name.length() > MAX_NAME) {
            return false;
        }
        String key = normalized(name);
        return passwords.contains(key) || tokens.contains(key);
    }

    /** What may be stored of a secret field's value. */
    public String mask(String name, String value) {
        if (value.isEmpty() || passwords.contains(normalized(name)) || !isEvidence(value)) {
            return value.isEmpty() ? value : REDACTED;
        }
        return maskTokens(value);
    }

    private static boolean isEvidence(String value) {
        int length = 0;
        char before = 0;
        for (int i = 0; i < value.length(); i += length) {
            length = encodedLength(value, i);
            char c = length == 1 ? value.charAt(i) : decoded(value, i);
            if (NEVER_IN_TOKENS.indexOf(c) >= 0 || (c == '.' && before == '.')) {
                return true;
            }
            before = c;
        }
        return false;
    }

    private static String maskTokens(String value) {
        StringBuilder masked = new StringBuilder(value.length());
        int i = 0;
        while (i < value.length()) {
            int end = i;
            int letters = 0;
            int digits = 0;
            while (end < value.length() && isTokenCharacter(value.charAt(end))) {
                digits += Character.isDigit(value.charAt(end)) ? 1 : 0;
                letters += Character.isLetter(value.charAt(end)) ? 1 : 0;
                end++;
            }
            if (letters > 0 && digits > 0 && end - i >= TOKEN_LENGTH) {
                masked.append(REDACTED);
            } else {
                masked.append(value, i, end);
            }
            if (end < value.length()) {
                int length = encodedLength(value, end);
                masked.append(value, end, end + length);
                end += length;
            }
            i = end;
        }
        return masked.toString();
    }

    private static boolean isTokenCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    /** 3 for %XX, else 1. */
    private static int encodedLength(String value, int at) {
        boolean encoded = value.charAt(at) == '%'
                && at + 2 < value.length()
                && Character.digit(value.charAt(at + 1), 16) >= 0
                && Character.digit(value.charAt(at + 2), 16) >= 0;
        return encoded ? 3 : 1;
    }

    private static char decoded(String value, int at) {
        return (char) (Character.digit(value.charAt(at + 1), 16) * 16 + Character.digit(value.charAt(at + 2), 16));
    }

    private static Set<String> normalized(Collection<String> names) {
        Set<String> all = new HashSet<>();
        names.forEach(name -> all.add(normalized(name)));
        return Set.copyOf(all);
    }

    private static String normalized(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
