package ai.kongguard.detect.prompt;

import static ai.kongguard.detect.prompt.Cue.ANSWER;
import static ai.kongguard.detect.prompt.Cue.BENIGN;
import static ai.kongguard.detect.prompt.Cue.COMMAND;
import static ai.kongguard.detect.prompt.Cue.EDGE;
import static ai.kongguard.detect.prompt.Cue.HELPER;
import static ai.kongguard.detect.prompt.Cue.MARKUP;
import static ai.kongguard.detect.prompt.Cue.MODEL;
import static ai.kongguard.detect.prompt.Cue.ORDERS;
import static ai.kongguard.detect.prompt.Cue.OVERRIDE;
import static ai.kongguard.detect.prompt.Cue.PERSONA;
import static ai.kongguard.detect.prompt.Cue.PRIOR;
import static ai.kongguard.detect.prompt.Cue.PROMPT;
import static ai.kongguard.detect.prompt.Cue.REVEAL;
import static ai.kongguard.detect.prompt.Cue.ROLE;
import static ai.kongguard.detect.prompt.Cue.SAFE;
import static ai.kongguard.detect.prompt.Cue.SCORE;
import static ai.kongguard.detect.prompt.Cue.TARGET;

import java.util.Arrays;

/** Which cues make an order to a model when they stand together. Pure. */
final class Orders {

    /** Words that a text which talks a model round can hardly do without, and other texts often can. */
    static final int HINTS =
            Cue.mask(OVERRIDE, ORDERS, MODEL, PERSONA, BENIGN, SAFE, ANSWER, PROMPT, ROLE, EDGE, MARKUP, SCORE);

    private static final int[] SETS = {
        Cue.mask(MARKUP),
        Cue.mask(OVERRIDE, PRIOR, ORDERS),
        Cue.mask(OVERRIDE, ORDERS, SCORE),
        Cue.mask(OVERRIDE, ORDERS, BENIGN),
        Cue.mask(OVERRIDE, PROMPT),
        Cue.mask(OVERRIDE, MODEL),
        Cue.mask(OVERRIDE, ROLE, ORDERS),
        Cue.mask(OVERRIDE, ROLE, TARGET),
        Cue.mask(REVEAL, PROMPT),
        Cue.mask(ANSWER, SCORE, BENIGN),
        Cue.mask(ANSWER, SCORE, SAFE),
        Cue.mask(COMMAND, BENIGN, TARGET),
        Cue.mask(COMMAND, BENIGN, MODEL),
        Cue.mask(COMMAND, SAFE, MODEL),
        Cue.mask(COMMAND, SAFE, SCORE, TARGET),
        Cue.mask(MODEL, BENIGN, TARGET),
        Cue.mask(PERSONA, MODEL),
        Cue.mask(PERSONA, HELPER),
        Cue.mask(PERSONA, BENIGN),
        Cue.mask(PERSONA, OVERRIDE),
        Cue.mask(PERSONA, ROLE),
        Cue.mask(PERSONA, COMMAND, SAFE),
        Cue.mask(ROLE, BENIGN),
        Cue.mask(ROLE, MODEL),
        Cue.mask(ROLE, COMMAND, SAFE),
        Cue.mask(EDGE, BENIGN),
        Cue.mask(EDGE, MODEL),
        Cue.mask(EDGE, ROLE),
        Cue.mask(EDGE, ORDERS),
        Cue.mask(EDGE, HELPER),
        Cue.mask(EDGE, COMMAND, SAFE)
    };

    private static final int[][] BY_CUE = byCue();

    private Orders() {}

    /**
     * Where the order begins that this cue completes, of the places where each cue was last seen; -1 when it completes
     * none.
     *
     * @param since cues before it are too far away
     */
    static int begin(Cue cue, int[] last, int since) {
        for (int set : BY_CUE[cue.ordinal()]) {
            int first = first(set, last, since);
            if (first >= 0 && !(set == SETS[1] && last[Cue.CIVIL.ordinal()] >= since)) {
                return first;
            }
        }
        return -1;
    }

    private static int first(int set, int[] last, int since) {
        int first = Integer.MAX_VALUE;
        for (int rest = set; rest != 0; rest &= rest - 1) {
            int at = last[Integer.numberOfTrailingZeros(rest)];
            if (at < since) {
                return -1;
            }
            first = Math.min(first, at);
        }
        return first;
    }

    private static int[][] byCue() {
        int[][] sets = new int[Cue.values().length][];
        for (Cue cue : Cue.values()) {
            sets[cue.ordinal()] = Arrays.stream(SETS).filter(cue::in).toArray();
        }
        return sets;
    }
}
