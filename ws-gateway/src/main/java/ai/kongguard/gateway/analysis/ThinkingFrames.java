package ai.kongguard.gateway.analysis;

import ai.kongguard.event.ReviewNote;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.Frame;
import ai.kongguard.gateway.RateCap;
import ai.kongguard.gateway.SideFrames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code ai_thinking} frames: a call of {@code /analyze} has begun, or somebody asks a model for a second opinion,
 * and what came of it. At most so many a second, since clients write each into their console; those over it are left
 * out. What models said in words is not shown: they have read what attackers wrote. Thread-safe.
 */
public final class ThinkingFrames implements SideFrames {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final RateCap cap;
    private final LongSupplier nanoClock;
    private final Queue<Frame> waiting = new ArrayDeque<>();

    /** {@code perSecond} frames at most, from 1. */
    public ThinkingFrames(int perSecond, LongSupplier nanoClock) {
        this.cap = new RateCap(perSecond, nanoClock.getAsLong());
        this.nanoClock = nanoClock;
    }

    void started(String tier) {
        add("analyzing", "Tier " + tier + " judges a request", null, Map.of(), null);
    }

    void ended(Verdict verdict) {
        boolean fallback = verdict.degraded() != null;
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("event_id", verdict.eventId());
        details.put("tier", verdict.tier());
        details.put("threat_score", verdict.score());
        add(
                fallback ? "fallback" : "complete",
                verdict.reasoning(),
                verdict.model(),
                details,
                verdict.action().blocks());
    }

    /** A reviewer is about to ask a model, or has asked it. */
    public void noted(ReviewNote note) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("event_id", note.eventId());
        details.put("tier", note.tier());
        details.put("review", true);
        if (note.kind() == ReviewNote.Kind.CLAIM) {
            add("starting", "Tier " + note.tier() + " asks " + note.model(), note.model(), details, null);
            return;
        }
        String degraded = note.degraded();
        ReviewNote.Opinion opinion = note.opinion();
        if (opinion == null) {
            add("fallback", "Nobody answered (" + degraded + "): the first verdict stands", null, details, null);
            return;
        }
        details.put("threat_score", opinion.score());
        add(
                degraded == null ? "complete" : "fallback",
                note.answeredBy() + " answered",
                note.answeredBy(),
                details,
                opinion.threatType() != ThreatType.NONE);
    }

    @Override
    public synchronized List<Frame> take() {
        List<Frame> taken = new ArrayList<>(waiting);
        waiting.clear();
        return taken;
    }

    @Override
    public List<Frame> with(Verdict verdict) {
        return List.of();
    }

    private synchronized void add(
            String status,
            String message,
            @Nullable String model,
            Map<String, Object> details,
            @Nullable Boolean threatDetected) {
        if (cap.allowance(nanoClock.getAsLong()) < 1) {
            return;
        }
        cap.spend(1);
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("status", status);
        data.put("message", message);
        data.put("model", model);
        data.put("details", details);
        data.put("threat_detected", threatDetected);
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("type", "ai_thinking");
        frame.put("data", data);
        waiting.add(new Frame(JSON.writeValueAsString(frame), 0));
    }
}
