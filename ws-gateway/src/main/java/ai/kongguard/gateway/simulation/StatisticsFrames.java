package ai.kongguard.gateway.simulation;

import ai.kongguard.gateway.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The {@code tier_statistics} frames: one per tier and second while a run goes on, at once when it has ended, and again
 * when they change, since the last verdicts come after the last request. Used under the lock of {@link RunFrames}.
 */
final class StatisticsFrames {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** How long after its end a run is followed. */
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(15);

    private final RunBoard board;
    private final RunResults results;
    private final Map<Long, Followed> runs = new HashMap<>();

    private static final class Followed {
        private List<Map<String, @Nullable Object>> shown = List.of();
        private Instant next = Instant.EPOCH;
        private @Nullable Instant endedAt;
    }

    StatisticsFrames(RunBoard board, RunResults results) {
        this.board = board;
        this.results = results;
    }

    void follow(long runId) {
        runs.putIfAbsent(runId, new Followed());
    }

    void ended(long runId, Instant now) {
        Followed run = runs.get(runId);
        if (run != null && run.endedAt == null) {
            run.endedAt = now;
            run.next = Instant.EPOCH;
            run.shown = List.of();
        }
    }

    /** Those that are due. */
    List<Frame> take(Instant now) {
        List<Frame> frames = new ArrayList<>();
        for (Iterator<Map.Entry<Long, Followed>> entries = runs.entrySet().iterator(); entries.hasNext(); ) {
            Map.Entry<Long, Followed> entry = entries.next();
            Followed followed = entry.getValue();
            if (now.isBefore(followed.next)) {
                continue;
            }
            followed.next = now.plus(PAUSE);
            RunView run = board.find(entry.getKey(), now);
            Instant end = followed.endedAt;
            if (run == null || (end != null && end.plus(SETTLES_WITHIN).isBefore(now))) {
                entries.remove();
                continue;
            }
            List<Map<String, @Nullable Object>> rows = TierStatistics.rows(run, results.of(run.runId()));
            if (end == null || !rows.equals(followed.shown)) {
                followed.shown = rows;
                rows.forEach(row -> frames.add(frame(row, now)));
            }
        }
        return frames;
    }

    private static Frame frame(Map<String, @Nullable Object> row, Instant now) {
        return RunFrames.frame(json -> {
            json.writeStringProperty("type", "tier_statistics");
            json.writeStringProperty("timestamp", now.toString());
            json.writeObjectPropertyStart("stats");
            row.forEach((name, value) -> write(json, name, value));
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else if (value instanceof Long number) {
            json.writeNumberProperty(name, number.longValue());
        } else if (value instanceof Double number) {
            json.writeNumberProperty(name, number.doubleValue());
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }
}
