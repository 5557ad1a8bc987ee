package ai.kongguard.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the end of a complete recording.
 *
 * @param records in the whole file
 * @param minTimestamp lowest of all, epoch milliseconds; 0 without records
 * @param maxTimestamp highest of all; 0 without records
 * @param sha256 of all lines of records, each with its line feed, in hexadecimal
 * @param blocks in their order
 */
public record RecordingIndex(long records, long minTimestamp, long maxTimestamp, String sha256, List<Block> blocks) {

    public RecordingIndex {
        blocks = List.copyOf(blocks);
    }

    /** The last block that begins at or before the first record of this time or later; null without records. */
    public @Nullable Block blockAt(long timestamp) {
        Block before = null;
        for (Block block : blocks) {
            if (before != null && before.maxTimestamp() >= timestamp) {
                return before;
            }
            before = block;
        }
        return before;
    }
}
