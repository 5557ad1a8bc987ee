package ai.kongguard.gateway.http;

import ai.kongguard.event.PlaybackOrder;
import ai.kongguard.event.PlaybackStatus;
import ai.kongguard.event.RunCommand;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.SeekTarget;
import ai.kongguard.event.StoredRecording;
import ai.kongguard.gateway.simulation.RecordingBoard;
import ai.kongguard.gateway.simulation.RunView;
import ai.kongguard.gateway.simulation.Runs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** {@code /api/replays}: plays recordings into the running system, and steers that. */
@RestController
public final class ReplayController {

    private static final int LISTED = 100;

    private final RecordingBoard recordings;
    private final Runs runs;

    public ReplayController(RecordingBoard recordings, Runs runs) {
        this.recordings = recordings;
        this.runs = runs;
    }

    @PostMapping("/api/replays")
    Map<String, Object> replay(HttpServletRequest request) throws IOException {
        JsonNode body = RunRequestReader.body(request);
        PlaybackOrder playback = RecordingRequestReader.playback(body);
        StoredRecording recording = recordings.find(playback.recording());
        if (recording == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no recording " + playback.recording());
        }
        if (recording.manifest() == null) {
            throw conflict("It cannot be played: " + recording.problem());
        }
        long runId = runs.start(RunOrder.replay(
                playback,
                RecordingRequestReader.tiers(body),
                toSend(recording),
                spanMs(recording),
                playback.speed(),
                playback.loops()));
        return Map.of("run_id", runId, "status", "launched", "recording", playback.recording());
    }

    /** Its events, or, before they were counted, all of its records. */
    private static long toSend(StoredRecording recording) {
        if (recording.contents() != null) {
            return recording.contents().events();
        }
        return recording.records() == null ? 0 : recording.records();
    }

    @GetMapping("/api/replays")
    Map<String, Object> list() {
        List<Map<String, @Nullable Object>> replays =
                runs.replays(LISTED).stream().map(this::json).toList();
        return Map.of("replays", replays);
    }

    @GetMapping("/api/replays/{id}")
    Map<String, @Nullable Object> replay(@PathVariable("id") String id) {
        return json(find(id));
    }

    @PostMapping("/api/replays/{id}/pause")
    Map<String, Object> pause(@PathVariable("id") String id) {
        RunView run = going(id);
        runs.ask(now -> RunCommand.pause(run.runId(), now));
        return asked(run, "pause");
    }

    @PostMapping("/api/replays/{id}/resume")
    Map<String, Object> resume(@PathVariable("id") String id) {
        RunView run = going(id);
        runs.ask(now -> RunCommand.resume(run.runId(), now));
        return asked(run, "resume");
    }

    @PostMapping("/api/replays/{id}/seek")
    Map<String, Object> seek(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        RunView run = going(id);
        SeekTarget target = RecordingRequestReader.seek(RunRequestReader.body(request));
        RunStatus status = run.status();
        PlaybackStatus playback = status == null ? null : status.playback();
        if (target.share() != null && playback != null && playback.records() == null) {
            throw conflict("The recording was cut off: seek a time, nobody knows its length");
        }
        runs.ask(now -> RunCommand.seek(run.runId(), target, now));
        return asked(run, "seek");
    }

    /** Of one that is over too: it needs not be asked. */
    @PostMapping("/api/replays/{id}/stop")
    Map<String, Object> stop(@PathVariable("id") String id) {
        RunView run = find(id);
        var unused = runs.stop(run.runId());
        return asked(run, "stop");
    }

    private Map<String, @Nullable Object> json(RunView run) {
        PlaybackOrder playback = run.order().playback();
        return RecordingJson.replay(run, playback == null ? null : recordings.find(playback.recording()));
    }

    private RunView going(String id) {
        RunView run = find(id);
        if (run.state().isEnd()) {
            throw conflict("The replay is over: " + run.state().wireName());
        }
        return run;
    }

    private RunView find(String id) {
        RunView run = id.matches("\\d{1,18}") ? runs.find(Long.parseLong(id)) : null;
        if (run == null || !run.isReplay()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such replay");
        }
        return run;
    }

    private static long spanMs(StoredRecording recording) {
        Instant first = recording.firstTime();
        Instant last = recording.lastTime();
        return first == null || last == null
                ? 0
                : Math.max(0, Duration.between(first, last).toMillis());
    }

    private static Map<String, Object> asked(RunView run, String what) {
        return Map.of("run_id", run.runId(), "asked", what);
    }

    private static ResponseStatusException conflict(String why) {
        return new ResponseStatusException(HttpStatus.CONFLICT, why);
    }
}
