package ai.kongguard.gateway.http;

import static ai.kongguard.gateway.http.RunRequestReader.absent;
import static ai.kongguard.gateway.http.RunRequestReader.texts;
import static ai.kongguard.gateway.http.RunRequestReader.whole;

import ai.kongguard.event.PlaybackOrder;
import ai.kongguard.event.RecordingOrder;
import ai.kongguard.event.SeekTarget;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads from a JSON body what shall be recorded, played or sought; unknown fields are ignored. */
final class RecordingRequestReader {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'recording-'uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private RecordingRequestReader() {}

    /** Without a name it is called after this instant. */
    static RecordingOrder recording(JsonNode body, Instant now) {
        return checked(() -> new RecordingOrder(
                absent(body, "name") ? NAME.format(now) : text(body, "name"),
                instant(body, "from"),
                instant(body, "to"),
                absent(body, "offsets") ? null : text(body, "offsets"),
                texts(body, "runs"),
                texts(body, "clients"),
                absent(body, "incident") ? null : text(body, "incident"),
                flag(body, "verdicts"),
                flag(body, "anonymise")));
    }

    static PlaybackOrder playback(JsonNode body) {
        if (absent(body, "recording")) {
            throw new MissingFieldsException("body", List.of("recording"));
        }
        return checked(() -> new PlaybackOrder(
                text(body, "recording"),
                absent(body, "speed") ? 1 : number(body, "speed"),
                absent(body, "loops") ? 1 : Math.toIntExact(whole(body, "loops", 1, PlaybackOrder.MAX_LOOPS)),
                millis(body, "gap_cap"),
                instant(body, "from")));
    }

    /** Tiers that results are reported for; empty for all. */
    static List<String> tiers(JsonNode body) {
        return absent(body, "targets") ? List.of() : RunRequestReader.tiers(body);
    }

    static SeekTarget seek(JsonNode body) {
        Double share = absent(body, "fraction") ? null : (Double) number(body, "fraction");
        if (share != null && !(share >= 0 && share <= 1)) {
            throw new InvalidParameterException("fraction", "a number from 0 to 1");
        }
        return checked(() -> new SeekTarget(instant(body, "time"), share, millis(body, "by")));
    }

    /** What the contract refuses begins with the field that is wrong. */
    private static <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            throw new InvalidParameterException(why.replaceFirst("(_ms)? .*", ""), why);
        }
    }

    private static String text(JsonNode body, String field) {
        JsonNode text = body.get(field);
        if (!text.isString()) {
            throw new InvalidParameterException(field, "a text");
        }
        return text.asString();
    }

    private static double number(JsonNode body, String field) {
        JsonNode number = body.get(field);
        if (!number.isNumber()) {
            throw new InvalidParameterException(field, "a number");
        }
        return number.asDouble();
    }

    private static boolean flag(JsonNode body, String field) {
        if (absent(body, field)) {
            return false;
        }
        if (!body.get(field).isBoolean()) {
            throw new InvalidParameterException(field, "true or false");
        }
        return body.get(field).asBoolean();
    }

    private static @Nullable Instant instant(JsonNode body, String field) {
        return absent(body, field)
                ? null
                : QueryText.instant(field, body.get(field).asString());
    }

    /** Milliseconds, as a number or like {@code 10s}. */
    private static @Nullable Long millis(JsonNode body, String field) {
        return absent(body, field)
                ? null
                : (Long) QueryText.duration(field, body.get(field).asString()).toMillis();
    }
}
