package ai.kongguard.detect.prompt;

import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.detect.rules.Evidence;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one request, one after the other, for text that addresses a model. A single word proves nothing:
 * it is found where words that together make an order stand close to each other, also across values. Linear in the
 * length of the values; throws nothing, whatever they hold. Not thread-safe.
 */
public final class PromptInjection {

    /** The {@link Finding#detector()} of its findings. */
    public static final String NAME = "prompt_injection";

    /** Of its findings: worth a look, and no more. */
    public static final double WEIGHT = 0.5;

    /** Of one request. */
    static final int MAX_FINDINGS = 3;

    /** Characters within which the words of one order stand. */
    private static final int REACH = 120;

    /** A word so long is no word: a model may decode what nobody could decode here. */
    private static final int OPAQUE = 24;

    private static final Lexicon WORDS = Lexicon.bundled();

    private final List<Finding> findings = new ArrayList<>(0);
    private final RunningText sentences = new RunningText();

    /** Where each cue was last seen, counted over all values. */
    private final int[] last = new int[Cue.values().length];

    private int base;
    private boolean hinted;

    public PromptInjection() {
        Arrays.fill(last, -REACH - 1);
    }

    /** Reads the next value. Headers are read apart, since nobody can split a text over the names of his client. */
    public void read(CanonicalValue value) {
        boolean apart = value.kind() == CanonicalValue.Kind.HEADER;
        if (apart) {
            pause();
        }
        scan(value.lower(), value);
        if (apart) {
            pause();
        }
    }

    /** Reads text that is no value, such as the name of a field: it can make one suspicious, and is no finding. */
    public void readName(String text) {
        pause();
        scan(text.toLowerCase(Locale.ROOT), null);
    }

    /** What was found so far, in the order of the values. */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Whether what was read so far could talk a model round: something was found, or there is a word that such texts
     * need, or a sentence in any language, or something that nobody can read.
     */
    public boolean isPossible() {
        return hinted || !findings.isEmpty() || sentences.isPresent();
    }

    /** What comes now belongs to nothing that was read before. */
    private void pause() {
        base += REACH;
        sentences.begin();
    }

    private void scan(String text, @Nullable CanonicalValue value) {
        boolean inWord = false;
        boolean tags = false;
        boolean found = false;
        int length = 0;
        int i = 0;
        while (i < text.length()) {
            char c = Letters.fold(text, i);
            boolean word = Letters.isWord(c);
            if (c == Letters.NOTHING) {
                i++;
                continue;
            }
            if (tags != Letters.isTag(text.charAt(i))) {
                // What nobody sees is no part of the word before it.
                tags = !tags;
                inWord = false;
                hinted = true;
            }
            if (word && (!inWord || Letters.isUnspaced(c))) {
                long match = WORDS.longest(text, i);
                sentences.word(c);
                if (match >= 0) {
                    Cue cue = Marks.inContext(Lexicon.cue(match), text, i, Lexicon.end(match));
                    found = see(cue, i, Lexicon.end(match), found, value);
                    i = Lexicon.end(match);
                    inWord = true;
                    continue;
                }
                if (c == '0' && Marks.isZero(text, i)) {
                    found = see(Cue.SAFE, i, i + 1, found, value);
                }
            } else if (!word) {
                sentences.sign(c);
                int markup = Marks.endOfMarkup(text, i, c);
                if (markup > 0) {
                    found = see(Cue.MARKUP, i, markup, found, value);
                }
            }
            length = word ? length + 1 : 0;
            hinted |= length >= OPAQUE;
            inWord = word;
            i++;
        }
        base += text.length() + 1;
    }

    /** Whether a finding was made in this value, now or before. */
    private boolean see(Cue cue, int start, int end, boolean found, @Nullable CanonicalValue value) {
        last[cue.ordinal()] = base + start;
        hinted |= cue.in(Orders.HINTS);
        if (found || value == null || findings.size() >= MAX_FINDINGS) {
            return found;
        }
        int first = Orders.begin(cue, last, base + start - REACH);
        if (first < 0) {
            return false;
        }
        findings.add(Evidence.of(NAME, ThreatType.PROMPT_INJECTION, value, Math.max(0, first - base), end, WEIGHT));
        return true;
    }
}
