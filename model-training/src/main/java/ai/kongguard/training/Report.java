package ai.kongguard.training;

import ai.kongguard.detect.model.LocalModel;
import ai.kongguard.detect.model.ModelFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The validation of a model as one HTML page without scripts or outside parts. */
final class Report {

    private static final int MISTAKES = 40;

    private static final String STYLE =
            """
            body{font:15px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}
            h1,h2{line-height:1.2}table{border-collapse:collapse;margin:1rem 0;width:100%}
            th,td{padding:.25rem .6rem;text-align:right;border-bottom:1px solid #d8dee4;vertical-align:top}
            th:first-child,td:first-child{text-align:left}td.text{text-align:left;font:12px/1.4 ui-monospace,monospace;
            overflow-wrap:anywhere}figure{margin:1rem 0}figcaption,p.note{color:#57606a;font-size:.9em}
            svg{max-width:100%;height:auto}
            """;

    private final LocalModel model;
    private final List<Scored> scored;
    private final StringBuilder page = new StringBuilder(1 << 16);

    Report(LocalModel model, List<Scored> scored) {
        this.model = model;
        this.scored = scored;
    }

    String html() {
        page.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>")
                .append(escape(model.info().label()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style><h1>Model ")
                .append(escape(model.info().label()))
                .append("</h1><p>Trained on ")
                .append(escape(model.info().trainedOn()))
                .append("; ")
                .append(ModelFile.write(model).length / 1024)
                .append(" kB. Every figure below is of requests whose source was left out of training, together with ")
                .append("the sources that resemble it: what the model makes of traffic that it has never seen.</p>");
        List<Decision> decisions = scored.stream()
                .map(one -> Decision.of(one, model.scale().block()))
                .toList();
        section("By source", Outcome.of(decisions).collections());
        pooled(decisions);
        section("Collected attacks by type", types(decisions, false));
        page.append(
                        "<p class=\"note\">Below, whole families of the generator were left out, a third of them at a time: ")
                .append("of a type with two families, half of what there is to know about it.</p>");
        section("Generated attacks by type", types(decisions, true));
        page.append("<h2>ROC</h2>").append(Plots.roc(scored, model.scale().block()));
        page.append("<h2>Calibration</h2>").append(Plots.calibration(scored, model.scale()));
        mistakes("Benign requests that look worst", false);
        mistakes("Attacks that look best", true);
        return page.append("</html>\n").toString();
    }

    private static Map<String, Outcome.Counts> types(List<Decision> decisions, boolean generated) {
        return Outcome.of(decisions.stream()
                        .filter(decision -> Generated.isCollection(decision.collection()) == generated)
                        .toList())
                .types();
    }

    private void pooled(List<Decision> decisions) {
        Outcome outcome = Outcome.of(decisions.stream()
                .filter(decision -> !Generated.isCollection(decision.collection()))
                .toList());
        if (outcome.collections().isEmpty()) {
            return;
        }
        page.append(String.format(
                Locale.ROOT,
                "<p>All collected sources: recall pooled %.2f %%, averaged over sources %.2f %%; type right %.2f %%; "
                        + "false positives pooled %.3f %%.</p>",
                100 * outcome.total().recall(),
                100 * outcome.averageRecall(),
                100 * outcome.total().typed(),
                100 * outcome.total().falsePositives()));
    }

    private void section(String title, Map<String, Outcome.Counts> groups) {
        page.append("<h2>")
                .append(title)
                .append("</h2><table><tr><th></th><th>attacks</th><th>caught</th><th>recall</th><th>type right</th>")
                .append("<th>benign</th><th>blocked</th><th>false positives</th></tr>");
        groups.forEach((name, counts) -> page.append("<tr><td>")
                .append(escape(name))
                .append("</td>")
                .append(cell(counts.attacks))
                .append(cell(counts.caught))
                .append(percent(counts.recall()))
                .append(percent(counts.typed()))
                .append(cell(counts.benign))
                .append(counts.benign == 0 ? cell(0) : "<td>" + counts.blocked + "</td>")
                .append(percent(counts.falsePositives()))
                .append("</tr>"));
        page.append("</table>");
    }

    private void mistakes(String title, boolean attacks) {
        int sign = attacks ? 1 : -1;
        String rows = scored.stream()
                .filter(one -> one.sample().isAttack() == attacks && one.logOdds() > Scored.NOTHING)
                .sorted((one, other) -> sign * Float.compare(one.logOdds(), other.logOdds()))
                .limit(MISTAKES)
                .map(one -> "<tr><td>" + escape(one.sample().source()) + "</td><td>"
                        + String.format(Locale.ROOT, "%.2f", one.logOdds()) + "</td><td>"
                        + one.sample().type().wireName() + "</td><td class=\"text\">" + escape(one.text())
                        + "</td></tr>")
                .collect(Collectors.joining());
        page.append("<h2>")
                .append(title)
                .append("</h2><table><tr><th>source</th><th>log-odds</th><th>label</th><th>value</th></tr>")
                .append(rows)
                .append("</table>");
    }

    private static String cell(int count) {
        return "<td>" + (count == 0 ? "" : Integer.toString(count)) + "</td>";
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "<td></td>" : String.format(Locale.ROOT, "<td>%.2f %%</td>", 100 * share);
    }

    /** Values are hostile, also in a report. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c < ' ' ? '\u2423' : c);
            }
        }
        return escaped.toString();
    }
}
