package ai.kongguard.recording;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A recording cannot be read on; whatever came before is sound. */
public final class DamagedRecordingException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long records;

    /** @param records that were read before the damage: also the number, from 0, of the one that cannot be read */
    public DamagedRecordingException(long records, String reason, @Nullable Throwable cause) {
        super("Record " + records + " cannot be read: " + reason + ". The " + records + " before it are sound", cause);
        this.records = records;
    }

    /** How many records before the damage are sound. */
    public long soundRecords() {
        return records;
    }
}
