package ai.kongguard.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recording that ingest has; the value of {@link Topics#RECORDINGS}. Immutable.
 *
 * @param schema version of this shape, {@link #SCHEMA} when written by this release
 * @param name its file's, without the ending; also the record's key
 * @param bytes of the file
 * @param modifiedAt when the file was last written to
 * @param manifest what it says of itself; null when it is no recording
 * @param records in it; null when it was cut off or is no recording
 * @param firstTime lowest timestamp; null with {@code records}, and when there is none
 * @param lastTime highest timestamp; null with {@code firstTime}
 * @param contents what it holds; null until all of it was read
 * @param problem why it cannot be read, or not beyond a record; null when nothing is known to be wrong
 */
public record StoredRecording(
        int schema,
        String name,
        long bytes,
        Instant modifiedAt,
        @Nullable About manifest,
        @Nullable Long records,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        @Nullable Contents contents,
        @Nullable String problem) {

    /** The version this release writes. */
    public static final int SCHEMA = 1;

    public StoredRecording {
        Required.name("name", name);
        Required.notNegative("bytes", bytes);
        modifiedAt = Required.present("modified_at", modifiedAt).truncatedTo(ChronoUnit.MILLIS);
        firstTime = firstTime == null ? null : firstTime.truncatedTo(ChronoUnit.MILLIS);
        lastTime = lastTime == null ? null : lastTime.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether a recording can be called this: 1 to 100 letters, digits, '.', '_' and '-', beginning with a letter or a digit. */
    public static boolean isName(String text) {
        return Required.isName(text);
    }

    /**
     * What a recording says of itself.
     *
     * @param createdAt when it was begun
     * @param createdBy program and release
     * @param source where the records came from: {@code kafka}, {@code har} ...
     * @param topics whose records may be in it
     * @param selection what was asked for, by name
     * @param anonymised whether client addresses were replaced
     */
    public record About(
            Instant createdAt,
            String createdBy,
            String source,
            List<String> topics,
            Map<String, String> selection,
            boolean anonymised) {

        public About {
            createdAt = Required.present("created_at", createdAt).truncatedTo(ChronoUnit.MILLIS);
            createdBy = Required.orElse(createdBy, "");
            source = Required.orElse(source, "");
            topics = List.copyOf(Required.orElse(topics, List.of()));
            selection = Collections.unmodifiableMap(new LinkedHashMap<>(Required.orElse(selection, Map.of())));
        }
    }

    /**
     * Records by what they are; up to the damage, if there is any.
     *
     * @param events of {@link Topics#TRAFFIC}
     * @param attacks of these, labelled as attacks
     * @param benign of these, labelled as benign; the others have no label
     * @param others of other topics, such as verdicts
     */
    public record Contents(long events, long attacks, long benign, long others) {

        public Contents {
            Required.notNegative("events", events);
            Required.within("attacks", attacks, 0, events);
            Required.within("benign", benign, 0, events - attacks);
            Required.notNegative("others", others);
        }
    }
}
