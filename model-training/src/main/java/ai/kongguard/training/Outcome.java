package ai.kongguard.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Decisions counted.
 *
 * @param collections by where the requests come from
 * @param types attacks by what they are
 * @param total all
 */
record Outcome(Map<String, Counts> collections, Map<String, Counts> types, Counts total) {

    static Outcome of(List<Decision> decisions) {
        return new Outcome(
                counts(decisions, Decision::collection),
                counts(decisions.stream().filter(Decision::isAttack).toList(), decision -> decision.actual()
                        .wireName()),
                counts(decisions, decision -> "all").getOrDefault("all", new Counts()));
    }

    /** Recall averaged over the collections that have attacks, so that no large one decides; NaN without any. */
    double averageRecall() {
        return collections.values().stream()
                .filter(counts -> counts.attacks > 0)
                .mapToDouble(Counts::recall)
                .average()
                .orElse(Double.NaN);
    }

    /** For people, in columns. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(line("collection", "attacks", "recall %", "type %", "benign", "blocked", "FP %", "balanced %"));
        collections.forEach((name, counts) -> lines.add(counts.line(name)));
        lines.add(total.line("pooled"));
        lines.add(String.format(Locale.ROOT, "%-28s %9s %9.2f", "average over collections", "", 100 * averageRecall()));
        lines.add("");
        types.forEach((name, counts) -> lines.add(counts.line(name)));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String line(String... cells) {
        return String.format(Locale.ROOT, "%-28s %9s %9s %8s %9s %8s %8s %10s", (Object[]) cells);
    }

    private static Map<String, Counts> counts(List<Decision> decisions, Function<Decision, String> key) {
        Map<String, Counts> counts = new TreeMap<>();
        for (Decision decision : decisions) {
            counts.computeIfAbsent(key.apply(decision), name -> new Counts()).add(decision);
        }
        return counts;
    }

    /** Counters of one group. Not thread-safe. */
    static final class Counts {
        int attacks;
        int caught;
        int named;
        int benign;
        int blocked;

        void add(Decision decision) {
            if (decision.isAttack()) {
                attacks++;
                caught += decision.blocked() ? 1 : 0;
                named += decision.blocked() && decision.named() == decision.actual() ? 1 : 0;
            } else {
                benign++;
                blocked += decision.blocked() ? 1 : 0;
            }
        }

        /** Share of attacks blocked, 0-1; NaN without any. */
        double recall() {
            return caught / (double) attacks;
        }

        /** Share of blocked attacks whose type was named, 0-1; NaN without any. */
        double typed() {
            return named / (double) caught;
        }

        /** Share of benign requests blocked, 0-1; NaN without any. */
        double falsePositives() {
            return blocked / (double) benign;
        }

        private String line(String name) {
            return Outcome.line(
                    name,
                    attacks == 0 ? "" : Integer.toString(attacks),
                    percent(recall()),
                    percent(typed()),
                    benign == 0 ? "" : Integer.toString(benign),
                    benign == 0 ? "" : Integer.toString(blocked),
                    percent(falsePositives()),
                    percent((recall() + 1 - falsePositives()) / 2));
        }

        private static String percent(double share) {
            return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.2f", 100 * share);
        }
    }
}
