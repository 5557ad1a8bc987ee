package ai.kongguard.gateway.http;

import ai.kongguard.event.PlaybackOrder;
import ai.kongguard.event.PlaybackStatus;
import ai.kongguard.event.RecordingOrder;
import ai.kongguard.event.RecordingProgress;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.StoredRecording;
import ai.kongguard.event.StoredRecording.About;
import ai.kongguard.event.StoredRecording.Contents;
import ai.kongguard.gateway.simulation.RunView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Recordings and replays as the dashboard and programs read them; null for what is not known, or not yet. */
final class RecordingJson {

    private RecordingJson() {}

    static Map<String, @Nullable Object> recording(StoredRecording recording) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        About about = recording.manifest();
        Contents contents = recording.contents();
        json.put("name", recording.name());
        json.put("bytes", recording.bytes());
        json.put("modified_at", recording.modifiedAt().toString());
        json.put("created_at", about == null ? null : about.createdAt().toString());
        json.put("created_by", about == null ? null : about.createdBy());
        json.put("source", about == null ? null : about.source());
        json.put("topics", about == null ? List.of() : about.topics());
        json.put("selection", about == null ? Map.of() : about.selection());
        json.put("anonymised", about == null ? null : about.anonymised());
        json.put("records", recording.records());
        json.put("first_time", text(recording.firstTime()));
        json.put("last_time", text(recording.lastTime()));
        json.put("events", contents == null ? null : contents.events());
        json.put("attacks", contents == null ? null : contents.attacks());
        json.put("benign", contents == null ? null : contents.benign());
        json.put("others", contents == null ? null : contents.others());
        json.put("problem", recording.problem());
        return json;
    }

    /** A run that records. */
    static Map<String, @Nullable Object> run(RunView run) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        RecordingOrder order = Objects.requireNonNull(run.order().recording());
        RunStatus status = run.status();
        RecordingProgress progress = status == null ? null : status.recording();
        json.put("run_id", run.runId());
        json.put("name", order.name());
        json.put("state", run.state().wireName());
        json.put("asked_at", run.issuedAt().toString());
        json.put("ended_at", status == null ? null : text(status.endedAt()));
        json.put("read", progress == null ? null : progress.read());
        json.put("of", progress == null ? null : progress.of());
        json.put("records", progress == null ? null : progress.records());
        json.put("bytes", progress == null ? null : progress.bytes());
        json.put("reason", run.reason());
        return json;
    }

    /** A run that replays; {@code recording} is null when ingest does not have it, or not any more. */
    static Map<String, @Nullable Object> replay(RunView run, @Nullable StoredRecording recording) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        PlaybackOrder order = run.order().playback();
        RunStatus status = run.status();
        json.put("run_id", run.runId());
        json.put("state", run.state().wireName());
        json.put("recording", order == null ? null : order.recording());
        json.put("speed", order == null ? null : order.speed());
        json.put("loops", order == null ? null : order.loops());
        json.put("gap_cap_ms", order == null ? null : order.gapCapMs());
        json.put("duration_ms", run.order().durationMs());
        json.put("targets", run.order().tiers());
        json.put("asked_at", run.issuedAt().toString());
        json.put("started_at", status == null ? null : text(status.startedAt()));
        json.put("ended_at", status == null ? null : text(status.endedAt()));
        json.put("planned", status == null ? null : status.planned());
        json.put("sent", run.sent());
        json.put("attacks", status == null ? 0 : status.attacks());
        json.put("errors", status == null ? 0 : status.errors());
        json.put("late", status == null ? 0 : status.late());
        json.put("behind_ms", status == null ? 0 : status.behindMs());
        json.put("current_rps", status == null ? 0 : status.currentRate());
        json.put("saturated", status != null && status.saturated());
        json.put("reason", run.reason());
        position(json, status == null ? null : status.playback());
        json.put("first_time", recording == null ? null : text(recording.firstTime()));
        json.put("last_time", recording == null ? null : text(recording.lastTime()));
        return json;
    }

    private static void position(Map<String, @Nullable Object> json, @Nullable PlaybackStatus playback) {
        json.put("paused", playback != null && playback.paused());
        json.put("loop", playback == null ? null : playback.loop());
        json.put("position", playback == null ? null : playback.position());
        json.put("records", playback == null ? null : playback.records());
        json.put("skipped", playback == null ? null : playback.skipped());
        json.put("recording_time", playback == null ? null : text(playback.recordingTime()));
        json.put("elapsed_ms", playback == null ? null : playback.elapsedMs());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
