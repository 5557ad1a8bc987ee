package ai.kongguard.gateway.analysis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.Frame;
import ai.kongguard.gateway.RateCap;
import ai.kongguard.gateway.SideFrames;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code ai_thinking} frames: a call of {@code /analyze} has begun, and what came of it. At most so many a second,
 * since clients write each into their console; those over it are left out. Thread-safe.
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
        add("analyzing", "Tier " + tier + " judges a request", null);
    }

    void ended(Verdict verdict) {
        boolean fallback = verdict.degraded() != null;
        add(fallback ? "fallback" : "complete", verdict.reasoning(), verdict);
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

    private synchronized void add(String status, String message, @Nullable Verdict verdict) {
        if (cap.allowance(nanoClock.getAsLong()) < 1) {
            return;
        }
        cap.spend(1);
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(buffer)) {
            json.writeStartObject();
            json.writeStringProperty("type", "ai_thinking");
            json.writeObjectPropertyStart("data");
            json.writeStringProperty("status", status);
            json.writeStringProperty("message", message);
            json.writePOJOProperty("model", verdict == null ? null : verdict.model());
            json.writeObjectPropertyStart("details");
            if (verdict != null) {
                json.writeStringProperty("event_id", verdict.eventId());
                json.writeStringProperty("tier", verdict.tier());
                json.writeNumberProperty("threat_score", verdict.score());
            }
            json.writeEndObject();
            json.writePOJOProperty(
                    "threat_detected", verdict == null ? null : verdict.action().blocks());
            json.writeEndObject();
            json.writeEndObject();
        }
        waiting.add(new Frame(buffer.toString(ISO_8859_1), 0));
    }
}
