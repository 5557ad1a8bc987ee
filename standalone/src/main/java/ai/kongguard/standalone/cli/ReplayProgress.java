package ai.kongguard.standalone.cli;

import ai.kongguard.replay.play.PlayProgress;
import ai.kongguard.replay.play.PlayState;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Tells how a replay goes, and what came of it. One thread. */
final class ReplayProgress {

    private final CommandLine command;
    private final ReportOptions report;
    private final ProgressLine line;
    private final long runId;
    private final int loops;

    ReplayProgress(CommandLine command, ReportOptions report, long runId, int loops) {
        this.command = command;
        this.report = report;
        this.line = report.progress(command.getErr());
        this.runId = runId;
        this.loops = loops;
    }

    void show(PlayProgress progress) {
        long records = Math.max(0, progress.records());
        line.show(progress.loop() * records + progress.position(), records * loops, text(progress));
    }

    void end(PlayProgress last) {
        line.end();
        PrintWriter err = command.getErr();
        String what = "Run " + runId + " " + last.state().wireName() + ": " + text(last);
        report.summary(command.getOut(), err, fields(last), what);
        if (last.reason() != null && !report.isJson()) {
            err.println(last.reason());
            err.flush();
        }
    }

    private static String text(PlayProgress progress) {
        Instant time = progress.recordingTime();
        return String.format(
                Locale.ROOT,
                "%s%s, %.1f s, %,d sent, %,d left out, %d ms behind, %,d late, %,d failed",
                progress.state() == PlayState.PAUSED ? "paused at " : "at ",
                time == null ? "the start" : time,
                progress.elapsed().toMillis() / 1e3,
                progress.sent(),
                progress.skipped(),
                progress.behind().toMillis(),
                progress.late(),
                progress.errors());
    }

    private Map<String, @Nullable Object> fields(PlayProgress end) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Instant time = end.recordingTime();
        fields.put("run_id", runId);
        fields.put("state", end.state().wireName());
        fields.put("loop", end.loop());
        fields.put("position", end.position());
        fields.put("records", end.records() < 0 ? null : end.records());
        fields.put("sent", end.sent());
        fields.put("attacks", end.attacks());
        fields.put("skipped", end.skipped());
        fields.put("errors", end.errors());
        fields.put("late", end.late());
        fields.put("recording_time", time == null ? null : time.toEpochMilli());
        fields.put("seconds", end.elapsed().toMillis() / 1e3);
        fields.put("reason", end.reason());
        return fields;
    }
}
