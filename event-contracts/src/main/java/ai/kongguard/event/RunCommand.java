package ai.kongguard.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A word to the simulator; the value of {@link Topics#COMMANDS}. Immutable.
 *
 * @param schema version of this shape, {@link #SCHEMA} when written by this release
 * @param kind what to do
 * @param runId the run it is about, 1 to {@value RunOrder#MAX_SEED}; also the record's key, in decimal
 * @param order what a run shall send; present in a start, else null
 * @param issuedAt when it was said, to the millisecond; an old start is not obeyed
 */
public record RunCommand(int schema, Kind kind, long runId, @Nullable RunOrder order, Instant issuedAt) {

    /** The version this release writes. */
    public static final int SCHEMA = 1;

    public RunCommand {
        Required.present("kind", kind);
        Required.within("run_id", runId, 1, RunOrder.MAX_SEED);
        issuedAt = Required.present("issued_at", issuedAt).truncatedTo(ChronoUnit.MILLIS);
        if (kind == Kind.START) {
            Required.present("order", order);
        }
    }

    /** Begin this run. */
    public static RunCommand start(long runId, RunOrder order, Instant issuedAt) {
        return new RunCommand(SCHEMA, Kind.START, runId, order, issuedAt);
    }

    /** End this run. */
    public static RunCommand stop(long runId, Instant issuedAt) {
        return new RunCommand(SCHEMA, Kind.STOP, runId, null, issuedAt);
    }

    /** The record key. */
    public String key() {
        return Long.toString(runId);
    }

    /** What is said. */
    public enum Kind {
        @JsonProperty("start")
        START,
        @JsonProperty("stop")
        STOP
    }
}
