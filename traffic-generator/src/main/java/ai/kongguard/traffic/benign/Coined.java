package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.Pick;
import java.util.SplittableRandom;

/** Words that no list has, yet that could be words: so that nobody learns our vocabulary by heart. */
final class Coined {

    private static final String[] ONSETS = {
        "b", "bl", "br", "c", "ch", "cl", "cr", "d", "dr", "f", "fl", "fr", "g", "gl", "gr", "h", "j", "k", "kn", "l",
        "m", "n", "p", "ph", "pl", "pr", "qu", "r", "rh", "s", "sc", "sch", "sh", "sk", "sl", "sn", "sp", "st", "str",
        "t", "th", "tr", "v", "w", "wh", "x", "y", "z", ""
    };
    private static final String[] VOWELS = {
        "a", "e", "i", "o", "u", "a", "e", "i", "o", "ai", "au", "ea", "ee", "ei", "ie", "oa", "oo", "ou", "y", "é",
        "ü", "ö", "å"
    };
    private static final String[] CODAS = {
        "", "", "", "", "b", "ck", "d", "ff", "g", "k", "l", "ll", "lt", "m", "mp", "n", "nd", "ng", "nk", "nt", "p",
        "r", "rd", "rk", "rn", "rt", "s", "sh", "ss", "st", "t", "th", "x", "z"
    };
    private static final String[] ENDINGS = {
        "", "", "", "er", "ing", "ed", "ly", "ness", "ment", "tion", "able", "ous", "ity", "ism", "ist", "ize", "ful",
        "less", "ation", "ology", "keit", "ung", "eur", "ique", "ción", "ino", "ski", "ová", "sson", "ette", "chen"
    };

    private Coined() {}

    static String word(SplittableRandom r) {
        StringBuilder word = new StringBuilder(16);
        for (int i = Pick.number(r, 1, 4); i > 0; i--) {
            word.append(Pick.one(r, ONSETS)).append(Pick.one(r, VOWELS)).append(Pick.one(r, CODAS));
        }
        return word.append(Pick.one(r, ENDINGS)).toString();
    }
}
