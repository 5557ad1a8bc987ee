package ai.kongguard.gateway.simulation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ai.kongguard.event.Action;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.Frame;
import ai.kongguard.gateway.SideFrames;
import ai.kongguard.gateway.simulation.RunResults.Tally;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** The frames about floods, in the names that existing clients read. Thread-safe. */
public final class RunFrames implements SideFrames {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int MOST_WAITING = 500;
    private static final int PAYLOAD = 500;

    private final RunBoard board;
    private final RunResults results;
    private final EventTruths truths;
    private final StatisticsFrames statistics;
    private final String primaryTier;
    private final InstantSource clock;
    private final Queue<Frame> waiting = new ArrayDeque<>();
    private final Set<Long> running = new HashSet<>();

    public RunFrames(RunBoard board, RunResults results, EventTruths truths, String primaryTier, InstantSource clock) {
        this.board = board;
        this.results = results;
        this.truths = truths;
        this.statistics = new StatisticsFrames(board, results);
        this.primaryTier = primaryTier;
        this.clock = clock;
    }

    /** A status that means something was read just now. */
    public synchronized void told(RunStatus status) {
        RunOrder.Strategy strategy = status.order().strategy();
        if (strategy == RunOrder.Strategy.QUICK || strategy == RunOrder.Strategy.RECORD) {
            return;
        }
        if (running.add(status.runId())) {
            add(json -> started(json, status));
            statistics.follow(status.runId());
        }
        if (status.state() == State.RUNNING) {
            add(json -> progress(json, status));
        }
        if (status.state().isEnd()) {
            running.remove(status.runId());
            if (status.state() == State.STOPPED) {
                add(json -> head(json, "attack_flood_stopped", status.runId()));
            }
            add(json -> completed(json, status.runId(), status.attacks(), status.sent(), status.state()));
            statistics.ended(status.runId(), clock.instant());
        }
    }

    @Override
    public synchronized List<Frame> take() {
        Instant now = clock.instant();
        for (Long runId : List.copyOf(running)) {
            RunView run = board.find(runId, now);
            if (run == null || run.state().isEnd()) {
                running.remove(runId);
                statistics.ended(runId, now);
                RunStatus last = run == null ? null : run.status();
                long attacks = last == null ? 0 : last.attacks();
                add(json -> completed(json, runId, attacks, last == null ? 0 : last.sent(), State.FAILED));
            }
        }
        List<Frame> taken = new ArrayList<>(waiting);
        waiting.clear();
        taken.addAll(statistics.take(now));
        return taken;
    }

    @Override
    public List<Frame> with(Verdict verdict) {
        if (verdict.revision() != 0 || !verdict.source().equals("simulator")) {
            return List.of();
        }
        RunView run = board.ofEvent(verdict.eventId(), clock.instant());
        if (run == null || run.isQuick()) {
            return List.of();
        }
        List<String> tiers = run.order().tiers();
        ThreatType truth = truths.of(verdict.eventId());
        String type = (truth == null ? verdict.threatType() : truth).wireName();
        List<Frame> frames = new ArrayList<>(2);
        if (tiers.isEmpty() || tiers.contains(verdict.tier())) {
            frames.add(frame(json -> metric(json, run.runId(), verdict, type, false)));
        }
        // Nobody judges for that tier; what one of the others saw would have passed it.
        if (tiers.contains(RunResults.UNPROTECTED) && verdict.tier().equals(primaryTier)) {
            frames.add(frame(json -> metric(json, run.runId(), verdict, type, true)));
        }
        return frames;
    }

    private void add(Consumer<JsonGenerator> content) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(frame(content));
        }
    }

    private void started(JsonGenerator json, RunStatus status) {
        RunOrder order = status.order();
        head(json, "attack_flood_started", status.runId());
        RunOrder.Intensity intensity = order.intensity();
        String level = intensity == null ? "custom" : intensity.wireName();
        json.writeStringProperty("intensity_level", level);
        json.writeObjectPropertyStart("config");
        json.writeStringProperty("intensity", level);
        json.writeStringProperty("strategy", order.strategy().wireName());
        json.writeNumberProperty("duration", order.durationMs() / 1000.0);
        json.writeNumberProperty("rate", order.rate());
        json.writeNumberProperty("seed", order.seed());
        json.writeArrayPropertyStart("targets");
        order.tiers().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void progress(JsonGenerator json, RunStatus status) {
        Tally primary = results.of(status.runId()).tiers().getOrDefault(primaryTier, Tally.NOTHING);
        head(json, "attack_flood_progress", status.runId());
        var started = status.startedAt();
        double elapsed = started == null ? 0 : (status.at().toEpochMilli() - started.toEpochMilli()) / 1000.0;
        json.writeNumberProperty("elapsed_s", elapsed);
        json.writeNumberProperty("duration_s", status.order().durationMs() / 1000.0);
        json.writeNumberProperty("sent", status.sent());
        json.writeNumberProperty("planned", status.planned());
        json.writeNumberProperty("blocked", primary.blocked());
        json.writeNumberProperty("allowed", primary.requests() - primary.blocked());
        json.writeNumberProperty("errors", status.errors());
        json.writeNumberProperty("late", status.late());
        json.writeNumberProperty("current_rps", status.currentRate());
        json.writeBooleanProperty("saturated", status.saturated());
        String reason = status.reason();
        if (reason != null) {
            json.writeStringProperty("reason", reason);
        }
    }

    private void completed(JsonGenerator json, long runId, long attacks, long sent, State state) {
        head(json, "attack_flood_completed", runId);
        json.writeNumberProperty("total_attacks", attacks);
        json.writeNumberProperty("total_requests", sent);
        json.writeStringProperty("status", state.wireName());
    }

    private void head(JsonGenerator json, String type, long runId) {
        json.writeStringProperty("type", type);
        json.writeNumberProperty("run_id", runId);
        json.writeStringProperty("timestamp", clock.instant().toString());
    }

    private void metric(JsonGenerator json, long runId, Verdict verdict, String type, boolean unprotected) {
        json.writeStringProperty("type", "attack_metric");
        json.writeObjectPropertyStart("metric");
        json.writeNumberProperty("run_id", runId);
        json.writeStringProperty("event_id", verdict.eventId());
        json.writeStringProperty("timestamp", verdict.judgedAt().toString());
        json.writeStringProperty("tier", unprotected ? RunResults.UNPROTECTED : verdict.tier());
        json.writeStringProperty("attack_type", type);
        json.writeStringProperty("attack_category", type);
        String payload = verdict.path() + (verdict.query().isEmpty() ? "" : "?" + verdict.query());
        json.writeStringProperty("payload", payload.substring(0, Math.min(PAYLOAD, payload.length())));
        json.writeNumberProperty("response_time_ms", unprotected ? 0 : verdict.pipelineMillis());
        json.writeNumberProperty("threat_score", unprotected ? 0 : verdict.score());
        json.writeNumberProperty("confidence", unprotected ? 0 : verdict.confidence());
        boolean blocked = !unprotected && verdict.action().blocks();
        json.writeStringProperty(
                "action_taken",
                unprotected ? Action.ALLOW.wireName() : verdict.action().wireName());
        json.writeBooleanProperty("blocked", blocked);
        Integer status = verdict.status();
        if (status != null) {
            json.writeNumberProperty("status_code", status.intValue());
        }
        json.writeStringProperty("source_ip", verdict.clientIp());
        // A verdict does not carry it, and existing clients expect the name.
        json.writeNullProperty("user_agent");
        json.writeStringProperty("method", verdict.method());
        json.writeStringProperty("path", verdict.path());
        json.writeEndObject();
    }

    /** An object with this content. */
    static Frame frame(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), buffer)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEndObject();
        }
        return new Frame(buffer.toString(ISO_8859_1), 0);
    }
}
