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
 * @param order what a run shall do; present in a start, else null
 * @param seek where a replay shall go on; present in a seek, else null
 * @param issuedAt when it was said, to the millisecond; an old start is not obeyed
 */
public record RunCommand(
        int schema, Kind kind, long runId, @Nullable RunOrder order, @Nullable SeekTarget seek, Instant issuedAt) {

    /** The version this release writes. */
    public static final int SCHEMA = 1;

    public RunCommand {
        Required.present("kind", kind);
        Required.within("run_id", runId, 1, RunOrder.MAX_SEED);
        issuedAt = Required.present("issued_at", issuedAt).truncatedTo(ChronoUnit.MILLIS);
        if (kind == Kind.START) {
            Required.present("order", order);
        }
        if (kind == Kind.SEEK) {
            Required.present("seek", seek);
        }
    }

    /** Begin this run. */
    public static RunCommand start(long runId, RunOrder order, Instant issuedAt) {
        return new RunCommand(SCHEMA, Kind.START, runId, order, null, issuedAt);
    }

    /** End this run. */
    public static RunCommand stop(long runId, Instant issuedAt) {
        return new RunCommand(SCHEMA, Kind.STOP, runId, null, null, issuedAt);
    }

    /** Stop the time of this replay. */
    public static RunCommand pause(long runId, Instant issuedAt) {
        return new RunCommand(SCHEMA, Kind.PAUSE, runId, null, null, issuedAt);
    }

    /** Let the time of this replay go on. */
    public static RunCommand resume(long runId, Instant issuedAt) {
        return new RunCommand(SCHEMA, Kind.RESUME, runId, null, null, issuedAt);
    }

    /** Go on elsewhere in the recording; a pause stays one. */
    public static RunCommand seek(long runId, SeekTarget seek, Instant issuedAt) {
        return new RunCommand(SCHEMA, Kind.SEEK, runId, null, seek, issuedAt);
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
        STOP,
        /** Of a replay; no other run heeds it. */
        @JsonProperty("pause")
        PAUSE,
        /** The same. */
        @JsonProperty("resume")
        RESUME,
        /** The same. */
        @JsonProperty("seek")
        SEEK
    }
}
