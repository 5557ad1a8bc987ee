package ai.kongguard.traffic.attack.grammar;

import java.util.SplittableRandom;

/** One text while it is being drawn, and what it remembers. */
record Draw(SplittableRandom random, StringBuilder out, String[] remembered) {

    /** Takes back what was written since, and returns it. */
    String takeFrom(int start) {
        String text = out.substring(start);
        out.setLength(start);
        return text;
    }
}
