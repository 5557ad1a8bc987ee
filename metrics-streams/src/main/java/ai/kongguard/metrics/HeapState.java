package ai.kongguard.metrics;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a {@link HeapStore} keeps. Used by one stream thread. */
interface HeapState {

    /** Takes back one entry that {@link #writeChanges} wrote; called for each, before anything else. */
    void restore(byte[] key, byte[] value);

    /** Writes what changed since the last call; null for the value of a key that is gone. */
    void writeChanges(BiConsumer<byte[], byte @Nullable []> log);
}
