package ai.kongguard.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What shall be recorded, of what lies in the topics when the recording begins; conditions hold together. Immutable.
 *
 * @param name of the recording, which there is none of yet
 * @param from event time of the first records, to the millisecond; null from the oldest on
 * @param to event time at which records are no longer taken; null up to the newest
 * @param offsets {@code PARTITION:FROM-TO,...} of {@link Topics#TRAFFIC}; null for all
 * @param runs ids of runs whose events are taken; empty for all events
 * @param clients addresses whose events are taken; empty for all
 * @param incident whose events are taken; null for none
 * @param verdicts whether the verdicts of these events are taken too
 * @param anonymise whether client addresses are replaced
 */
public record RecordingOrder(
        String name,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String offsets,
        List<String> runs,
        List<String> clients,
        @Nullable String incident,
        boolean verdicts,
        boolean anonymise) {

    private static final Pattern OFFSETS =
            Pattern.compile("\\d{1,6}:\\d{0,18}-\\d{0,18}(,\\d{1,6}:\\d{0,18}-\\d{0,18})*");
    private static final int MAX_LIST = 100;
    private static final int MAX_TEXT = 1_000;

    public RecordingOrder {
        Required.name("name", name);
        from = from == null ? null : from.truncatedTo(ChronoUnit.MILLIS);
        to = to == null ? null : to.truncatedTo(ChronoUnit.MILLIS);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to, was " + from + " and " + to);
        }
        if (offsets != null
                && (offsets.length() > MAX_TEXT || !OFFSETS.matcher(offsets).matches())) {
            throw new IllegalArgumentException("offsets must be PARTITION:FROM-TO,...");
        }
        runs = texts("runs", runs);
        clients = texts("clients", clients);
        if (incident != null && (incident.isBlank() || incident.length() > MAX_TEXT)) {
            throw new IllegalArgumentException("incident must be 1 to " + MAX_TEXT + " characters");
        }
    }

    private static List<String> texts(String field, @Nullable List<String> given) {
        List<String> texts = List.copyOf(Required.orElse(given, List.of()));
        Required.within(field, texts.size(), 0, MAX_LIST);
        if (texts.stream().anyMatch(text -> text.isBlank() || text.length() > MAX_TEXT)) {
            throw new IllegalArgumentException(field + " must be texts of 1 to " + MAX_TEXT + " characters");
        }
        return texts;
    }
}
