package ai.kongguard.recording;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What was given is no recording, or one of a newer release. */
public final class NotARecordingException extends IOException {

    private static final long serialVersionUID = 1L;

    NotARecordingException(String reason, @Nullable Throwable cause) {
        super("This is no recording that can be read: " + reason, cause);
    }
}
