package ai.kongguard.detect.seeded;

/** Breaks: no regular expression runs on attacker input. */
public final class UsesRegex {

    private UsesRegex() {}

    static boolean suspicious(String value) {
        return value.matches("(a+)+b");
    }
}
