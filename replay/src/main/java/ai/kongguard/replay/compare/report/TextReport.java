package ai.kongguard.replay.compare.report;

import ai.kongguard.event.Action;
import ai.kongguard.recording.RecordingIndex;
import ai.kongguard.replay.compare.ComparedEvent;
import ai.kongguard.replay.compare.Comparison.Counts;
import ai.kongguard.replay.compare.Opinion;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** A report for a terminal. */
public final class TextReport {

    private final Report report;
    private final int shown;
    private final StringBuilder text = new StringBuilder();

    private TextReport(Report report, int shown) {
        this.report = report;
        this.shown = shown;
    }

    /** @param shown events of each kind of change; the others are counted */
    public static String of(Report report, int shown) {
        TextReport made = new TextReport(report, shown);
        made.head();
        made.table();
        for (Change change : Change.values()) {
            made.changes(change);
        }
        return made.text.toString();
    }

    private void head() {
        line("Recording  %s", recording(report.source().index()));
        line("Base       %s", Numbers.plain(report.base().text()));
        line("Candidate  %s", Numbers.plain(report.candidate().text()));
        Counts counts = report.source().counts();
        line(
                "Events     %s compared; %s copies, %s malformed, %s without a verdict left out",
                Numbers.count(report.events()),
                Numbers.count(counts.copies()),
                Numbers.count(counts.malformed()),
                Numbers.count(counts.eventsWithoutVerdict()));
        if (counts.damage() != null) {
            line("DAMAGED    %s. What follows is about those.", Numbers.plain(counts.damage()));
        }
        line("");
    }

    static String recording(@org.jspecify.annotations.Nullable RecordingIndex index) {
        if (index == null) {
            return "cut off: it has no checksum";
        }
        return Numbers.count(index.records()) + " records from " + Instant.ofEpochMilli(index.minTimestamp()) + " to "
                + Instant.ofEpochMilli(index.maxTimestamp()) + ", sha256 " + Numbers.plain(index.sha256());
    }

    private void table() {
        line(
                "%-20s %10s %18s %18s %9s %9s %9s",
                "", "events", "stopped by base", "by candidate", "shift p5", "median", "p95");
        for (Map.Entry<Label, Row> entry : report.rows().entrySet()) {
            Row row = entry.getValue();
            line(
                    "%-20s %10s %18s %18s %9s %9s %9s",
                    entry.getKey().text(),
                    Numbers.count(row.events()),
                    stopped(row.baseStopped(), row.events()),
                    stopped(row.candidateStopped(), row.events()),
                    Numbers.shift(row.shift().quantile(0.05)),
                    Numbers.shift(row.shift().quantile(0.5)),
                    Numbers.shift(row.shift().quantile(0.95)));
        }
        Report.Totals attacks = report.totals(Label::isAttack);
        line(
                "%-20s %10s %18s %18s",
                "all attacks",
                Numbers.count(attacks.events()),
                stopped(attacks.baseStopped(), attacks.events()),
                stopped(attacks.candidateStopped(), attacks.events()));
    }

    private static String stopped(long part, long whole) {
        return Numbers.count(part) + " " + String.format(Locale.ROOT, "%9s", Numbers.share(part, whole));
    }

    private void changes(Change change) {
        Changed changed = report.changed(change);
        line("");
        line("%s: %s", change.title(), Numbers.count(changed.count()));
        int printed = Math.min(shown, changed.kept().size());
        for (Changed.Entry entry : changed.kept().subList(0, printed)) {
            ComparedEvent event = entry.event();
            line(
                    "  %s  %s  %s -> %s",
                    Numbers.plain(event.eventId()),
                    entry.label().text(),
                    opinion(event.base()),
                    opinion(event.candidate()));
        }
        if (changed.count() > printed) {
            line("  and %s more", Numbers.count(changed.count() - printed));
        }
    }

    /** Score, action and type. */
    static String opinion(Opinion opinion) {
        Action action = opinion.action();
        return Numbers.score(opinion.score()) + " " + action.wireName() + " "
                + opinion.type().wireName();
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
