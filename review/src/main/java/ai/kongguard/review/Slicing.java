package ai.kongguard.review;

import ai.kongguard.event.Escalation.Excerpt;
import ai.kongguard.event.Escalation.Slice;
import ai.kongguard.event.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of one value is shown. Immutable.
 *
 * @param whole characters up to which it is shown whole
 * @param edge characters of its head, and of its tail
 * @param before characters in front of the evidence
 * @param evidence characters around the evidence, these included
 */
record Slicing(int whole, int edge, int before, int evidence) {

    /** For a model on the operator's machines. */
    static final Slicing LOCAL = new Slicing(600, 150, 80, 280);

    /** For a model at somebody else's; the longest evidence still fits. */
    static final Slicing CLOUD = new Slicing(240, 50, 20, 140);

    /** The text, or its head, what is around the evidence, and its tail, without overlap. */
    List<Slice> slices(String text, int suspicious) {
        int length = text.length();
        if (length <= whole) {
            return List.of(new Slice(0, text));
        }
        List<Slice> slices = new ArrayList<>(3);
        int head = whole(text, edge);
        int tail = whole(text, length - edge);
        slices.add(new Slice(0, text.substring(0, head)));
        if (suspicious >= 0) {
            int from = whole(text, Math.max(head, Math.min(suspicious - before, tail)));
            int to = whole(text, Math.min(tail, from + evidence));
            if (to > from) {
                slices.add(new Slice(from, text.substring(from, to)));
            }
        }
        slices.add(new Slice(tail, text.substring(tail)));
        return slices;
    }

    /** The excerpt with less of each slice. */
    Excerpt smaller(Excerpt excerpt, List<Finding> findings) {
        List<Slice> slices = new ArrayList<>();
        for (Slice slice : excerpt.slices()) {
            String text = slice.text();
            for (Slice part : slices(text, Excerpts.suspicious(findings, excerpt.field(), text))) {
                slices.add(new Slice(slice.at() + part.at(), part.text()));
            }
        }
        return new Excerpt(excerpt.field(), excerpt.length(), slices);
    }

    /** The same place, or one before when it would part a pair of surrogates. */
    static int whole(String text, int at) {
        boolean parted = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return parted && Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }
}
