package ai.kongguard.replay.convert;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a log of one format, forwards only, one entry in memory. A bad entry costs no other. One thread. */
interface ForeignReader {

    /** The next entry; null after the last. */
    @Nullable ForeignEntry next() throws IOException;
}
