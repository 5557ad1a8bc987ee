package ai.kongguard.gateway.http;

import ai.kongguard.event.RecordingOrder;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.StoredRecording;
import ai.kongguard.gateway.simulation.RecordingBoard;
import ai.kongguard.gateway.simulation.RunView;
import ai.kongguard.gateway.simulation.Runs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/recordings}: what ingest has recorded, and asking it to record. */
@RestController
public final class RecordingController {

    private static final int LISTED = 200;
    private static final int RUNS = 20;

    private final RecordingBoard recordings;
    private final Runs runs;
    private final InstantSource clock;

    public RecordingController(RecordingBoard recordings, Runs runs, InstantSource clock) {
        this.recordings = recordings;
        this.runs = runs;
        this.clock = clock;
    }

    @GetMapping("/api/recordings")
    Map<String, Object> list() {
        List<Map<String, @Nullable Object>> known =
                recordings.newest(LISTED).stream().map(RecordingJson::recording).toList();
        List<Map<String, @Nullable Object>> begun =
                runs.recordings(RUNS).stream().map(RecordingJson::run).toList();
        return Map.of("recordings", known, "runs", begun);
    }

    @PostMapping("/api/recordings")
    Map<String, Object> record(HttpServletRequest request) throws IOException {
        RecordingOrder order = RecordingRequestReader.recording(RunRequestReader.body(request), clock.instant());
        if (recordings.find(order.name()) != null
                || runs.recordings(RUNS).stream().anyMatch(run -> isOf(run, order))) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "There is a recording " + order.name() + " already");
        }
        long runId = runs.start(RunOrder.record(order));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run_id", runId);
        json.put("name", order.name());
        json.put("status", "launched");
        return json;
    }

    @GetMapping("/api/recordings/{name}")
    Map<String, @Nullable Object> recording(@PathVariable("name") String name) {
        StoredRecording recording = StoredRecording.isName(name) ? recordings.find(name) : null;
        if (recording == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such recording");
        }
        return RecordingJson.recording(recording);
    }

    private static boolean isOf(RunView run, RecordingOrder order) {
        RecordingOrder other = run.order().recording();
        return !run.state().isEnd() && other != null && other.name().equals(order.name());
    }
}
