package ai.kongguard.detect.model;

import ai.kongguard.detect.normalize.Ascii;
import java.util.Arrays;

/** What the characters of the last text read are. Not thread-safe. */
final class CharacterCounts {

    /** Punctuation that means something to an interpreter. */
    static final String SIGNS = "'\"`<>(){}[];|&$#%\\/.=*,:!@-+~^?\n\r";

    private static final byte[] SIGN_INDEX = new byte[128];
    private static final String OPERATORS = "=;|<>-+#*)";

    static {
        Arrays.fill(SIGN_INDEX, (byte) -1);
        for (int i = 0; i < SIGNS.length(); i++) {
            SIGN_INDEX[SIGNS.charAt(i)] = (byte) i;
        }
    }

    final int[] signs = new int[SIGNS.length()];
    private final int[] histogram = new int[128];
    int length;
    int letters;
    int upper;
    int digits;
    int spaces;
    int beyondAscii;
    int control;
    int caseChanges;
    int firstQuote;
    int firstSign;

    /** Quotes directly followed by an operator. */
    int quotedOperators;

    /** Brackets opened and not closed; negative never. */
    int openParentheses;

    /** Brackets closed that were not open. */
    int strayParentheses;

    void read(String text) {
        Arrays.fill(signs, 0);
        Arrays.fill(histogram, 0);
        length = text.length();
        letters = 0;
        upper = 0;
        digits = 0;
        spaces = 0;
        beyondAscii = 0;
        control = 0;
        caseChanges = 0;
        firstQuote = -1;
        firstSign = -1;
        quotedOperators = 0;
        openParentheses = 0;
        strayParentheses = 0;
        char before = ' ';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                beyondAscii++;
                before = c;
                continue;
            }
            histogram[c]++;
            if (Ascii.isLetter(c)) {
                letters++;
                if (c < 'a') {
                    upper++;
                    caseChanges += before >= 'a' && before <= 'z' ? 1 : 0;
                }
            } else if (Ascii.isDigit(c)) {
                digits++;
            } else if (c == ' ' || c == '\t') {
                spaces++;
                continue;
            } else {
                sign(c, i, before);
            }
            before = c;
        }
    }

    private void sign(char c, int at, char before) {
        firstSign = firstSign < 0 ? at : firstSign;
        int index = SIGN_INDEX[c];
        if (index < 0) {
            control++;
            return;
        }
        signs[index]++;
        boolean afterQuote = before == '\'' || before == '"';
        if (afterQuote && OPERATORS.indexOf(c) >= 0) {
            quotedOperators++;
        }
        if (c == '\'' || c == '"') {
            firstQuote = firstQuote < 0 ? at : firstQuote;
        } else if (c == '(') {
            openParentheses++;
        } else if (c == ')') {
            if (openParentheses == 0) {
                strayParentheses++;
            } else {
                openParentheses--;
            }
        }
    }

    int of(char sign) {
        return signs[SIGN_INDEX[sign]];
    }

    /** How many different ASCII characters there are. */
    int distinct() {
        int distinct = 0;
        for (int count : histogram) {
            distinct += count > 0 ? 1 : 0;
        }
        return distinct;
    }

    /** Of the ASCII characters, in nats. */
    float entropy() {
        double sum = 0;
        for (int count : histogram) {
            if (count > 0) {
                sum += count * (double) Logs.of(count);
            }
        }
        return length == 0 ? 0 : (float) (Logs.of(length) - sum / length);
    }
}
