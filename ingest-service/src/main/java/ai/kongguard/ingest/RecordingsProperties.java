package ai.kongguard.ingest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of recordings that are made and played over HTTP.
 *
 * @param folder where they lie; instances of ingest share it, or only one has recordings
 * @param maxSize of one; a recording ends there, and says so
 * @param maxTotalSize of all files in the folder; a recording that might not find room is not begun
 * @param concurrent recordings and replays that one instance executes at once; others wait
 */
@Validated
@ConfigurationProperties("kongguard.ingest.recordings")
public record RecordingsProperties(
        @DefaultValue("data/recordings") Path folder,
        @DefaultValue("256MB") DataSize maxSize,
        @DefaultValue("2GB") DataSize maxTotalSize,
        @DefaultValue("2") @Min(1) @Max(16) int concurrent) {

    /**
     * @throws IllegalArgumentException if the folder is none, or a size is out of range
     */
    public RecordingsProperties {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("kongguard.ingest.recordings.folder must be a folder, was " + folder);
        }
        if (maxSize.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "kongguard.ingest.recordings.max-size must be at least 1B, was " + maxSize);
        }
        if (maxTotalSize.compareTo(maxSize) < 0) {
            throw new IllegalArgumentException(
                    "kongguard.ingest.recordings.max-total-size must not be below max-size, was " + maxTotalSize);
        }
    }
}
