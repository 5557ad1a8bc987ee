package ai.kongguard.llm.provider;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells what an error response means. Of its body only a bare code is kept: the rest may quote keys and requests. */
final class ErrorReply {

    private static final Pattern CODE = Pattern.compile("[A-Za-z]{2,20}(_[A-Za-z]{1,20}){0,4}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}([.][0-9]{1,9})?");
    private static final JsonMapper JSON = JsonMapper.shared();

    private ErrorReply() {}

    static CallFailedException failure(int status, Headers headers, byte[] body, InstantSource clock) {
        JsonNode error = error(body);
        String code = code(error);
        String message = "HTTP " + status + (code == null ? "" : ", " + code);
        return new CallFailedException(reason(status), message, true, wait(headers, error, clock));
    }

    private static FailureReason reason(int status) {
        return switch (status) {
            case 401, 402, 403, 407 -> FailureReason.UNAUTHORIZED;
            case 429 -> FailureReason.RATE_LIMITED;
            case 408 -> FailureReason.UNAVAILABLE;
            default -> status >= 500 ? FailureReason.UNAVAILABLE : FailureReason.REJECTED;
        };
    }

    private static JsonNode error(byte[] body) {
        try {
            return JSON.readTree(body).path("error");
        } catch (JacksonException pageOrNothing) {
            // The status says enough.
            return JSON.missingNode();
        }
    }

    @Nullable private static String code(JsonNode error) {
        for (String field : new String[] {"code", "status", "type"}) {
            JsonNode value = error.path(field);
            if (value.isString() && CODE.matcher(value.asString()).matches()) {
                return value.asString();
            }
        }
        return null;
    }

    @Nullable private static Duration wait(Headers headers, JsonNode error, InstantSource clock) {
        String header = headers.get("Retry-After");
        if (header != null) {
            return SECONDS.matcher(header).matches() ? seconds(header) : until(header, clock);
        }
        for (JsonNode detail : error.path("details")) {
            String delay = detail.path("retryDelay").asString("");
            if (delay.endsWith("s")
                    && SECONDS.matcher(delay.substring(0, delay.length() - 1)).matches()) {
                return seconds(delay.substring(0, delay.length() - 1));
            }
        }
        return null;
    }

    private static Duration seconds(String number) {
        return Duration.ofMillis((long) Math.ceil(Double.parseDouble(number) * 1000));
    }

    @Nullable private static Duration until(String date, InstantSource clock) {
        try {
            ZonedDateTime then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), then.toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException neitherSecondsNorDate) {
            // As if it had not been sent.
            return null;
        }
    }
}
