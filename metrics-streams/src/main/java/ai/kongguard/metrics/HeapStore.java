package ai.kongguard.metrics;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * Objects on the heap as a store of Kafka Streams: changed freely per record, and written to the changelog, a few
 * entries at once, when their task commits, in the same transaction. A store of Kafka's own would serialise them for
 * every record.
 *
 * <p>Being a {@link CachedStateStore}, which is internal to Kafka Streams, is the only way to be asked before a commit;
 * {@code MetricsServiceIT} kills the process and so notices when a release of Kafka no longer asks.
 */
final class HeapStore<S extends HeapState> implements StateStore, CachedStateStore<byte[], byte[]> {

    private final KeyValueStore<Bytes, byte[]> log;
    private final Supplier<S> empty;
    private @Nullable S state;

    private HeapStore(KeyValueStore<Bytes, byte[]> log, Supplier<S> empty) {
        this.log = log;
        this.empty = empty;
    }

    /** A builder of stores of this name, each beginning with what its changelog holds or with {@code empty}. */
    static <S extends HeapState> StoreBuilder<HeapStore<S>> builder(String name, Supplier<S> empty) {
        return new Builder<>(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                        .withCachingDisabled(),
                empty);
    }

    /** What it keeps; not before its task was restored. */
    S state() {
        S known = state;
        if (known == null) {
            known = empty.get();
            try (KeyValueIterator<Bytes, byte[]> entries = log.all()) {
                while (entries.hasNext()) {
                    KeyValue<Bytes, byte[]> entry = entries.next();
                    known.restore(entry.key.get(), entry.value);
                }
            }
            state = known;
        }
        return known;
    }

    @Override
    public void flushCache() {
        if (state != null) {
            state.writeChanges((key, value) -> {
                if (value == null) {
                    var unused = log.delete(Bytes.wrap(key));
                } else {
                    log.put(Bytes.wrap(key), value);
                }
            });
        }
    }

    @Override
    public void flush() {
        flushCache();
        log.flush();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        state = null;
        log.init(context, root);
    }

    @Override
    public void close() {
        state = null;
        log.close();
    }

    @Override
    public void clearCache() {
        state = null;
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<byte[], byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return log.name();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return log.isOpen();
    }

    private record Builder<S extends HeapState>(StoreBuilder<KeyValueStore<Bytes, byte[]>> logs, Supplier<S> empty)
            implements StoreBuilder<HeapStore<S>> {

        @Override
        public StoreBuilder<HeapStore<S>> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<HeapStore<S>> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<HeapStore<S>> withLoggingEnabled(Map<String, String> config) {
            return new Builder<>(logs.withLoggingEnabled(config), empty);
        }

        @Override
        public StoreBuilder<HeapStore<S>> withLoggingDisabled() {
            return new Builder<>(logs.withLoggingDisabled(), empty);
        }

        @Override
        public HeapStore<S> build() {
            return new HeapStore<>(logs.build(), empty);
        }

        @Override
        public Map<String, String> logConfig() {
            return logs.logConfig();
        }

        @Override
        public boolean loggingEnabled() {
            return logs.loggingEnabled();
        }

        @Override
        public String name() {
            return logs.name();
        }
    }
}
