package ai.kongguard.replay.convert;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.EventDraft;
import ai.kongguard.intake.redact.Redactor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a request goes through on its way into a recording, as at ingest, and what it lacks is filled in. One thread. */
public final class Intake {

    private final Bounds bounds;
    private final Redactor redactor;
    private final Instant receivedAt;
    private final Duration spacing;
    private final @Nullable String clientIp;
    private Instant next;

    /**
     * @param receivedAt what all events say of when they came
     * @param start time of the first request that has none
     * @param spacing between requests that have none
     * @param clientIp of requests that name no client; null for {@code unknown}
     */
    public Intake(
            Bounds bounds,
            Redactor redactor,
            Instant receivedAt,
            Instant start,
            Duration spacing,
            @Nullable String clientIp) {
        this.bounds = bounds;
        this.redactor = redactor;
        this.receivedAt = receivedAt;
        this.next = start;
        this.spacing = spacing;
        this.clientIp = clientIp;
    }

    Bounds bounds() {
        return bounds;
    }

    Redactor redactor() {
        return redactor;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    /** The event of a draft, which is used up. Its line keeps equal requests of the same second apart. */
    TrafficEvent event(ForeignFormat format, long line, EventDraft draft) {
        if (draft.observedAt == null) {
            draft.observedAt = next;
            next = next.plus(spacing);
        }
        if (draft.clientIp == null) {
            draft.clientIp = clientIp;
        }
        if (draft.requestId == null) {
            byte[] call = String.join(
                            "\n", draft.observedAt.toString(), "" + draft.method, "" + draft.path, "" + draft.query)
                    .getBytes(StandardCharsets.UTF_8);
            draft.requestId = format.wireName() + "-" + line + "-"
                    + EventDraft.sha256(call, 0, call.length).substring(0, 16);
        }
        return draft.toEvent(format.wireName(), receivedAt, bounds, redactor);
    }
}
