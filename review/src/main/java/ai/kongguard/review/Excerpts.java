package ai.kongguard.review;

import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.event.Escalation.Excerpt;
import ai.kongguard.event.Escalation.Slice;
import ai.kongguard.event.Finding;
import ai.kongguard.event.TrafficEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a request down to what a reviewer needs: of each value its head, its most suspicious part and its tail, so that
 * padding hides nothing. Pure, bounded.
 */
final class Excerpts {

    /** Characters of all excerpts together. */
    static final int MAX_CHARACTERS = 6_000;

    /** Characters of the name of a field. */
    static final int MAX_FIELD = 120;

    private static final int MAX_EXCERPTS = 24;

    /** Characters that are kept for the path. */
    private static final int PATH = 620;

    private final List<Excerpt> chosen = new ArrayList<>();
    private final List<Finding> findings;
    private int left = MAX_CHARACTERS;

    private Excerpts(List<Finding> findings) {
        this.findings = findings;
    }

    /** Those with evidence first, then the others in the order of the request; the path is always among them. */
    static List<Excerpt> of(TrafficEvent event, List<CanonicalValue> values, List<Finding> findings) {
        Excerpts excerpts = new Excerpts(findings);
        for (Finding finding : findings) {
            values.stream()
                    .filter(value -> value.field().equals(finding.field()))
                    .forEach(excerpts::add);
        }
        values.forEach(excerpts::add);
        if (excerpts.chosen.stream().noneMatch(excerpt -> excerpt.field().equals("path"))) {
            excerpts.addWithinBounds("path", event.path());
        }
        return List.copyOf(excerpts.chosen);
    }

    /** The name of a field as excerpts give it. */
    static String field(String field) {
        return field.substring(0, Slicing.whole(field, Math.min(field.length(), MAX_FIELD)));
    }

    private void add(CanonicalValue value) {
        if (!isShown(field(value.field()), value.text())) {
            addWithinBounds(value.field(), value.text());
        }
    }

    private void addWithinBounds(String name, String text) {
        List<Slice> slices = Slicing.LOCAL.slices(text, suspicious(findings, name, text));
        int size = field(name).length();
        for (Slice slice : slices) {
            size += slice.text().length();
        }
        Excerpt excerpt = new Excerpt(field(name), text.length(), slices);
        if (chosen.contains(excerpt)) {
            return;
        }
        boolean path = name.equals("path");
        if (path ? chosen.size() < MAX_EXCERPTS : chosen.size() < MAX_EXCERPTS - 1 && size <= left - PATH) {
            left -= size;
            chosen.add(excerpt);
        }
    }

    /** A part of a value that stands there already. */
    private boolean isShown(String field, String text) {
        return chosen.stream()
                .anyMatch(excerpt -> excerpt.field().equals(field)
                        && excerpt.slices().stream()
                                .anyMatch(slice -> slice.text().contains(text)));
    }

    /** Where the strongest evidence begins in the text; -1 without any. */
    static int suspicious(List<Finding> findings, String field, String text) {
        for (Finding finding : findings) {
            boolean here = finding.field().equals(field) && !finding.evidence().isEmpty();
            int at = here ? text.indexOf(finding.evidence()) : -1;
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }
}
