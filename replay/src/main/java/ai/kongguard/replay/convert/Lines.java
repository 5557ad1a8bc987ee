package ai.kongguard.replay.convert;

import ai.kongguard.intake.Entry;
import ai.kongguard.intake.EntrySplitter;
import ai.kongguard.intake.MalformedEntryException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A log that is cut into entries before they are read. */
final class Lines implements ForeignReader {

    /** As {@code kongguard.ingest.max-element-size} by default. */
    private static final int MAX_ENTRY_BYTES = 512 * 1024;

    private final EntrySplitter entries;
    private final EntryConversion conversion;

    /** @param lines whether each line is an entry; else it may be an array or objects over many lines */
    Lines(InputStream in, boolean lines, Predicate<String> mayBeginWith, EntryConversion conversion) {
        this.entries = new EntrySplitter(in, MAX_ENTRY_BYTES, lines, mayBeginWith);
        this.conversion = conversion;
    }

    /** Reads one entry, or says with an exception why it cannot. */
    interface EntryConversion {
        ForeignEntry of(Entry entry, long line);
    }

    @Override
    public @Nullable ForeignEntry next() throws IOException {
        Entry entry = entries.next();
        if (entry == null) {
            return null;
        }
        long line = entries.line();
        if (entry.isOversize()) {
            return ForeignEntry.faulty(line, "larger than " + MAX_ENTRY_BYTES + " bytes");
        }
        try {
            return conversion.of(entry, line);
        } catch (MalformedEntryException e) {
            return ForeignEntry.faulty(line, e.reason());
        }
    }
}
