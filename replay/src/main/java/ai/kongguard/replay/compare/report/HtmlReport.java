package ai.kongguard.replay.compare.report;

import ai.kongguard.replay.compare.ComparedEvent;
import ai.kongguard.replay.compare.Comparison.Counts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** A report for people: one page without scripts, that asks for nothing from elsewhere. */
public final class HtmlReport {

    /** More rows than a person reads; the others are in the JSON report. */
    private static final int SHOWN = 200;

    private final Report report;
    private final StringBuilder html = new StringBuilder();

    private HtmlReport(Report report) {
        this.report = report;
    }

    public static String of(Report report) {
        HtmlReport made = new HtmlReport(report);
        made.page();
        return made.html.toString();
    }

    /** Text that somebody else chose, as text. */
    static String escaped(String text) {
        return Numbers.plain(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private void page() {
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
        html.append("style-src 'unsafe-inline'\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<title>Two detectors, one recording</title>\n<style>\n");
        html.append(style()).append("</style>\n</head>\n<body>\n<main>\n");
        head();
        tiles();
        labels();
        plots();
        for (Change change : Change.values()) {
            changes(change);
        }
        html.append("</main>\n</body>\n</html>\n");
    }

    private void head() {
        Counts counts = report.source().counts();
        html.append("<h1>Two detectors, one recording</h1>\n");
        if (counts.damage() != null) {
            html.append("<p class=\"bad\">The recording is damaged. ")
                    .append(escaped(counts.damage()))
                    .append(". This is about those.</p>\n");
        }
        html.append("<dl>\n");
        term("<i class=\"base\"></i>Base", report.base().text());
        term("<i class=\"candidate\"></i>Candidate", report.candidate().text());
        term("Recording", TextReport.recording(report.source().index()));
        term(
                "Events",
                Numbers.count(report.events()) + " compared; left out: " + Numbers.count(counts.copies()) + " copies, "
                        + Numbers.count(counts.malformed()) + " malformed, "
                        + Numbers.count(counts.eventsWithoutVerdict()) + " without a recorded verdict");
        html.append("</dl>\n");
    }

    private void term(String name, String text) {
        html.append("<dt>")
                .append(name)
                .append("</dt><dd>")
                .append(escaped(text))
                .append("</dd>\n");
    }

    private void tiles() {
        html.append("<ul class=\"tiles\">\n");
        for (Change change : Change.values()) {
            long count = report.changed(change).count();
            boolean bad = count > 0 && (change == Change.NEWLY_MISSED || change == Change.NEWLY_BLOCKED_BENIGN);
            html.append(bad ? "<li class=\"bad\"><b>" : "<li><b>")
                    .append(Numbers.count(count))
                    .append("</b>")
                    .append(change.title())
                    .append("</li>\n");
        }
        html.append("</ul>\n");
    }

    private void labels() {
        html.append(
                "<h2>What each stops</h2>\n<p class=\"key\"><i class=\"both\"></i>both <i class=\"base\"></i>base only ");
        html.append("<i class=\"candidate\"></i>candidate only <i class=\"neither\"></i>neither</p>\n");
        html.append(
                "<div class=\"wide\"><table>\n<thead><tr><th>Really<th>Events<th>Base<th>Candidate<th class=\"plot\">");
        html.append("<th>Other type<th>Shift p5<th>Median<th>p95</tr></thead>\n<tbody>\n");
        for (Map.Entry<Label, Row> entry : report.rows().entrySet()) {
            Row row = entry.getValue();
            html.append("<tr><th>").append(entry.getKey().text());
            cell(Numbers.count(row.events()));
            cell(Numbers.count(row.baseStopped()) + " <small>" + Numbers.share(row.baseStopped(), row.events())
                    + "</small>");
            cell(Numbers.count(row.candidateStopped()) + " <small>"
                    + Numbers.share(row.candidateStopped(), row.events()) + "</small>");
            cell(Charts.confusion(row));
            cell(Numbers.count(row.otherTypes()));
            cell(Numbers.shift(row.shift().quantile(0.05)));
            cell(Numbers.shift(row.shift().quantile(0.5)));
            cell(Numbers.shift(row.shift().quantile(0.95)));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table></div>\n");
    }

    private void cell(String markup) {
        html.append("<td>").append(markup);
    }

    private void plots() {
        html.append("<h2>Scores, and how they moved</h2>\n<p>Left: how many events have which score, base beside ");
        html.append("candidate. Right: how far the candidate's score is from the base's. ");
        html.append("Heights are square roots of counts.</p>\n<div class=\"plots\">\n");
        for (Map.Entry<Label, Row> entry : report.rows().entrySet()) {
            String label = entry.getKey().text();
            Row row = entry.getValue();
            html.append(Charts.scores(label + ": scores", row.baseScores(), row.candidateScores()))
                    .append('\n');
            html.append(Charts.shifts(label + ": candidate minus base", row.shift()))
                    .append('\n');
        }
        html.append("</div>\n");
    }

    private void changes(Change change) {
        Changed changed = report.changed(change);
        if (changed.count() == 0) {
            return;
        }
        html.append("<details")
                .append(change == Change.OTHER_ACTION ? "" : " open")
                .append("><summary>");
        html.append(change.title())
                .append(": ")
                .append(Numbers.count(changed.count()))
                .append("</summary>\n");
        html.append("<div class=\"wide\"><table>\n<thead><tr><th>Event<th>Record<th>Really<th>Base<th>Candidate</tr>");
        html.append("</thead>\n<tbody>\n");
        int shown = Math.min(SHOWN, changed.kept().size());
        for (Changed.Entry entry : changed.kept().subList(0, shown)) {
            ComparedEvent event = entry.event();
            html.append("<tr><td><code>").append(escaped(event.eventId())).append("</code>");
            cell(Numbers.count(event.record()));
            cell(entry.label().text());
            cell(TextReport.opinion(event.base()));
            cell(TextReport.opinion(event.candidate()));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table></div>\n");
        if (changed.count() > shown) {
            html.append("<p>and ")
                    .append(Numbers.count(changed.count() - shown))
                    .append(" more</p>\n");
        }
        html.append("</details>\n");
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(
                    Objects.requireNonNull(in, "report.css is missing from this build")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
