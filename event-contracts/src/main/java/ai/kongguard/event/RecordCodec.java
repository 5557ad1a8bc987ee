package ai.kongguard.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns one kind of record into bytes and back: JSON, snake_case, absent for null and empty, instants as epoch
 * milliseconds. Unknown fields are ignored, so that an old reader survives a new writer. Thread-safe.
 */
public final class RecordCodec<T> {

    /** Deeper than anything we write; a bound against hostile bytes on a topic. */
    private static final int MAX_DEPTH = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion
                    .withValueInclusion(JsonInclude.Include.NON_EMPTY)
                    .withContentInclusion(JsonInclude.Include.ALWAYS))
            .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .disable(DateTimeFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Codec of the values of {@link Topics#TRAFFIC}. */
    public static final RecordCodec<TrafficEvent> TRAFFIC_EVENT = new RecordCodec<>(TrafficEvent.class);

    /** Codec of the values of {@link Topics#VERDICTS}. */
    public static final RecordCodec<Verdict> VERDICT = new RecordCodec<>(Verdict.class);

    /** Codec of the values of {@link Topics#WINDOWS}. */
    public static final RecordCodec<MetricsWindow> METRICS_WINDOW = new RecordCodec<>(MetricsWindow.class);

    /** Codec of the values of {@link Topics#COMMANDS}. */
    public static final RecordCodec<RunCommand> RUN_COMMAND = new RecordCodec<>(RunCommand.class);

    /** Codec of the values of {@link Topics#RUNS}. */
    public static final RecordCodec<RunStatus> RUN_STATUS = new RecordCodec<>(RunStatus.class);

    /** Codec of the values of {@link Topics#RECORDINGS}. */
    public static final RecordCodec<StoredRecording> STORED_RECORDING = new RecordCodec<>(StoredRecording.class);

    /** Codec that reads, from the values of {@link Topics#TRAFFIC}, what metrics count. */
    public static final RecordCodec<TrafficMeasures> TRAFFIC_MEASURES = new RecordCodec<>(TrafficMeasures.class);

    /** Codec of the values of {@link Topics#INCIDENTS}. */
    public static final RecordCodec<Incident> INCIDENT = new RecordCodec<>(Incident.class);

    /** Codec of the values of {@link Topics#FEEDBACK}. */
    public static final RecordCodec<Feedback> FEEDBACK = new RecordCodec<>(Feedback.class);

    /** Codec of the values of {@link Topics#ESCALATIONS}. */
    public static final RecordCodec<Escalation> ESCALATION = new RecordCodec<>(Escalation.class);

    /** Codec of the values of {@link Topics#REVIEWS}. */
    public static final RecordCodec<ReviewNote> REVIEW_NOTE = new RecordCodec<>(ReviewNote.class);

    /** Codec of the values of {@link Topics#TIERS}. */
    public static final RecordCodec<TierStatus> TIER_STATUS = new RecordCodec<>(TierStatus.class);

    private final String name;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    private RecordCodec(Class<T> type) {
        this.name = type.getSimpleName();
        this.reader = MAPPER.readerFor(type);
        this.writer = MAPPER.writerFor(type);
    }

    /** The record as UTF-8 JSON. */
    public byte[] encode(T value) {
        return writer.writeValueAsBytes(value);
    }

    /**
     * The record in these bytes.
     *
     * @param bytes null for a record without a value, which is malformed too
     * @throws MalformedRecordException if they are no JSON, lack a required field, or break a range
     */
    public T decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new MalformedRecordException(
                    name + ": the record has no value", new IllegalArgumentException("null"));
        }
        try {
            T value = reader.readValue(bytes);
            if (value == null) {
                throw new MalformedRecordException(name + ": null is no record", new IllegalArgumentException("null"));
            }
            return value;
        } catch (DatabindException e) {
            throw new MalformedRecordException(name + ": " + e.getOriginalMessage(), e);
        } catch (JacksonException e) {
            // A broken bound, unlike a broken token, has no location.
            TokenStreamLocation location = e.getLocation();
            String where = location == null ? "" : " at byte " + location.getByteOffset();
            throw new MalformedRecordException(name + ": not valid JSON" + where, e);
        }
    }
}
