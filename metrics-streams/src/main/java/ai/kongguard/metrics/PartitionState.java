package ai.kongguard.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one partition knows: its newest events, the names that their numbers stand for, and the sums that wait for the
 * next tick. Used by one stream thread.
 */
final class PartitionState implements HeapState {

    /** First byte of keys of window sums, here and in the topic of sums. */
    static final int SUM = 'S';

    /** First byte of keys of alert sums, here and in the topic of sums. */
    static final int ALERT = 'A';

    /** Not {@code 'E'}, whose events an earlier release wrote with fewer words. */
    private static final int PAGE = 'F';

    private static final int TIER = 'T';
    private static final int RUN = 'R';

    final EventTable events;
    private final Map<WindowKey, WindowAggregate> sums = new HashMap<>();
    private final Map<AlertSum.Key, AlertSum> alerts = new HashMap<>();
    private final Names tiers = new Names(EventFacts.MAX_TIERS);
    private final Names runs = new Names(EventFacts.MAX_RUNS);
    /** Sums in the changelog; those not in {@link #sums} any more are to be deleted there. */
    private final Set<WindowKey> loggedSums = new HashSet<>();

    private final Set<AlertSum.Key> loggedAlerts = new HashSet<>();

    PartitionState(int maxEvents, long maxAgeMs) {
        events = new EventTable(maxEvents, maxAgeMs);
    }

    WindowAggregate sum(WindowKey key) {
        return sums.computeIfAbsent(key, added -> new WindowAggregate());
    }

    AlertSum alert(AlertSum.Key key) {
        return alerts.computeIfAbsent(key, added -> new AlertSum());
    }

    int waitingAlerts() {
        return alerts.size();
    }

    /** Number of a tier from 0, or -1 when there are too many. */
    int tier(String name) {
        int known = tiers.find(name);
        return known >= 0 ? known : tiers.size() < EventFacts.MAX_TIERS ? tiers.add(name) : -1;
    }

    int tierCount() {
        return tiers.size();
    }

    String tierName(int tier) {
        return tiers.get(tier);
    }

    /** Number of a run from 1; the name of the oldest of too many is taken over. */
    int run(String name) {
        int known = runs.find(name);
        return 1 + (known >= 0 ? known : runs.add(name));
    }

    /** Name of a run by its number from 1. */
    String runName(int run) {
        return runs.get(run - 1);
    }

    /** Takes out all that waits. */
    void handOn(BiConsumer<byte[], byte[]> next) {
        sums.forEach((key, sum) -> next.accept(key.toBytes(SUM), WindowAggregateCodec.encode(sum)));
        sums.clear();
        alerts.forEach((key, sum) -> next.accept(key.toBytes(ALERT), sum.encode()));
        alerts.clear();
    }

    @Override
    public void restore(byte[] key, byte[] value) {
        BinaryInput at = new BinaryInput(key, 1);
        switch (key[0]) {
            case PAGE -> events.restore(at.readInt(), value);
            case TIER -> tiers.restore(at.readInt(), new String(value, UTF_8));
            case RUN -> runs.restore(at.readInt(), value);
            case SUM -> {
                WindowKey window = WindowKey.fromBytes(key);
                sums.put(window, WindowAggregateCodec.read(new BinaryInput(value)));
                loggedSums.add(window);
            }
            case ALERT -> {
                AlertSum.Key alert = AlertSum.Key.fromBytes(key);
                alerts.put(alert, AlertSum.read(new BinaryInput(value)));
                loggedAlerts.add(alert);
            }
            default ->
                throw new IllegalStateException("State of another release, entry " + key[0]
                        + ": start metrics-streams with another kongguard.kafka.topic-prefix");
        }
    }

    @Override
    public void writeChanges(BiConsumer<byte[], byte @Nullable []> log) {
        events.writeChanges((ring, page) -> log.accept(number(PAGE, ring), page));
        tiers.writeChanges((number, name) -> log.accept(number(TIER, number), name.getBytes(UTF_8)));
        runs.writeRing(log, RUN);
        loggedSums.removeIf(key -> {
            boolean gone = !sums.containsKey(key);
            if (gone) {
                log.accept(key.toBytes(SUM), null);
            }
            return gone;
        });
        sums.forEach((key, sum) -> log.accept(key.toBytes(SUM), WindowAggregateCodec.encode(sum)));
        loggedSums.addAll(sums.keySet());
        loggedAlerts.removeIf(key -> {
            boolean gone = !alerts.containsKey(key);
            if (gone) {
                log.accept(key.toBytes(ALERT), null);
            }
            return gone;
        });
        alerts.forEach((key, sum) -> log.accept(key.toBytes(ALERT), sum.encode()));
        loggedAlerts.addAll(alerts.keySet());
    }

    private static byte[] number(int tag, int number) {
        return new BinaryOutput().writeByte(tag).writeLong(number).toBytes();
    }

    /** Names and their numbers; the oldest gives way when there are too many. */
    private static final class Names {

        private final int max;
        private final List<String> names = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Set<Integer> changed = new HashSet<>();
        private long added;

        Names(int max) {
            this.max = max;
        }

        int find(String name) {
            return numbers.getOrDefault(name, -1);
        }

        int size() {
            return names.size();
        }

        String get(int number) {
            return names.get(number);
        }

        int add(String name) {
            int number = (int) (added++ % max);
            put(number, name);
            changed.add(number);
            return number;
        }

        void restore(int number, String name) {
            put(number, name);
            added = Math.max(added, number + 1L);
        }

        void restore(int number, byte[] value) {
            BinaryInput input = new BinaryInput(value);
            added = Math.max(added, input.readLong());
            put(number, input.readText());
        }

        void writeChanges(BiConsumer<Integer, String> log) {
            changed.forEach(number -> log.accept(number, names.get(number)));
            changed.clear();
        }

        void writeRing(BiConsumer<byte[], byte @Nullable []> log, int tag) {
            writeChanges((number, name) -> log.accept(
                    number(tag, number),
                    new BinaryOutput().writeLong(added).writeText(name).toBytes()));
        }

        private void put(int number, String name) {
            while (names.size() <= number) {
                names.add("");
            }
            numbers.remove(names.get(number), number);
            names.set(number, name);
            numbers.put(name, number);
        }
    }
}
