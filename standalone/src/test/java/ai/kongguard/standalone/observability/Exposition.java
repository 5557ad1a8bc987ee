package ai.kongguard.standalone.observability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The series that services expose, by metric; values are not looked at. */
final class Exposition {

    /** What Prometheus adds to every series, and what it writes itself about every target. */
    private static final Set<String> ADDED = Set.of("job", "instance");

    private static final String UP = "up";

    private final Map<String, List<Map<String, String>>> series = new HashMap<>();

    /** Adds what one service answers, in Prometheus' text format. */
    void add(String text) {
        text.lines().filter(line -> !line.isEmpty() && line.charAt(0) != '#').forEach(this::addLine);
    }

    /** What an expression reads and nobody exposes, in words; empty when all is there. */
    List<String> missing(String expression, Collection<String> jobs) {
        return PromQl.selectors(expression).stream()
                .flatMap(selector -> missing(selector, jobs).stream())
                .toList();
    }

    private List<String> missing(Selector selector, Collection<String> jobs) {
        List<String> missing = new ArrayList<>();
        for (Matcher matcher : selector.matchers()) {
            if (matcher.label().equals("job") && jobs.stream().noneMatch(job -> matcher.matches(Map.of("job", job)))) {
                missing.add("no job is " + matcher.value());
            }
        }
        if (selector.metric().equals(UP)) {
            return missing;
        }
        List<Map<String, String>> known = series.getOrDefault(selector.metric(), List.of());
        if (known.isEmpty()) {
            missing.add("no metric " + selector.metric());
            return missing;
        }
        Set<String> labels = new HashSet<>(selector.grouping());
        selector.matchers().forEach(matcher -> labels.add(matcher.label()));
        labels.removeAll(ADDED);
        if (known.stream().noneMatch(one -> one.keySet().containsAll(labels))) {
            missing.add(selector.metric() + " has not all of " + labels);
        } else if (known.stream().noneMatch(one -> selector.matchers().stream()
                .filter(matcher -> !ADDED.contains(matcher.label()))
                .allMatch(matcher -> matcher.matches(one)))) {
            missing.add("no " + selector.metric() + " with " + selector.matchers());
        }
        return missing;
    }

    private void addLine(String line) {
        int brace = line.indexOf('{');
        int name = brace < 0 ? line.indexOf(' ') : brace;
        Map<String, String> labels = new HashMap<>();
        if (brace >= 0) {
            PromTokens tokens = new PromTokens(line.substring(brace, line.lastIndexOf('}') + 1));
            tokens.expect("{");
            do {
                String label = tokens.take();
                tokens.expect("=");
                String value = tokens.take();
                labels.put(label, value.substring(1, value.length() - 1));
            } while (tokens.takes(","));
            tokens.expect("}");
        }
        series.computeIfAbsent(line.substring(0, name), added -> new ArrayList<>())
                .add(labels);
    }
}
