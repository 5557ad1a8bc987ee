package ai.kongguard.benchmarks;

import ai.kongguard.detect.Judge;
import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.Entry;
import ai.kongguard.intake.kong.KongReader;
import ai.kongguard.intake.redact.Redactor;
import ai.kongguard.intake.redact.Secrets;
import ai.kongguard.traffic.GeneratedRequest;
import ai.kongguard.traffic.Profile;
import ai.kongguard.traffic.TrafficGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Generated requests in the forms that the benchmarks need; the same ones in every run. */
final class SampleTraffic {

    private static final long SEED = 42;

    private SampleTraffic() {}

    /** Judges as the analyzer does by default. */
    static Judge judge() {
        return Judge.withPolicy(VerdictPolicy.defaults());
    }

    /** Families of benign calls that hold no text which people wrote, and no document. */
    private static final Set<String> TYPICAL = Set.of(
            "list",
            "get",
            "create",
            "update",
            "delete",
            "browse",
            "product",
            "search",
            "login",
            "cart",
            "checkout",
            "asset",
            "health");

    /** {@code typical}, {@code benign}, {@code attack} or {@code mix}, as ingest publishes them. */
    static List<TrafficEvent> events(String traffic, int count) {
        KongReader kong = new KongReader(
                "", Bounds.withBody(65_536), new Redactor(new Secrets(List.of("password"), List.of("cookie"))));
        TrafficGenerator generator = TrafficGenerator.of(SEED, profile(traffic));
        List<TrafficEvent> events = new ArrayList<>(count);
        for (int i = 0; events.size() < count; i++) {
            GeneratedRequest request = generator.at(i);
            if (traffic.equals("typical") && !TYPICAL.contains(request.truth().family())) {
                continue;
            }
            KongEntry entry = KongEntry.of(request, id(traffic, i));
            byte[] array = KongEntry.batch(List.of(entry), System.currentTimeMillis());
            Entry object = new Entry(array, 1, array.length - 2, array.length - 2L, false);
            events.add(kong.read(object, Instant.now()).orElseThrow());
        }
        return events;
    }

    /** The demo's mix as Kong batches, ready to be sent. */
    static byte[][] kongBatches(String phase, int events, int batchSize) {
        TrafficGenerator generator = TrafficGenerator.of(SEED, Profile.DEMO);
        byte[][] batches = new byte[(events + batchSize - 1) / batchSize][];
        for (int batch = 0; batch < batches.length; batch++) {
            List<KongEntry> entries = new ArrayList<>(batchSize);
            for (int i = batch * batchSize; i < Math.min(events, (batch + 1) * batchSize); i++) {
                entries.add(KongEntry.of(generator.at(i), id(phase, i)));
            }
            batches[batch] = KongEntry.batch(entries, System.currentTimeMillis());
        }
        return batches;
    }

    /** The index in an event id of this phase that begins at {@code from}; -1 when it is another's. */
    static int indexOf(String phase, CharSequence text, int from) {
        int at = from;
        for (int i = 0; i < phase.length(); i++, at++) {
            if (at >= text.length() || text.charAt(at) != phase.charAt(i)) {
                return -1;
            }
        }
        if (at >= text.length() || text.charAt(at) != '-') {
            return -1;
        }
        int index = 0;
        for (at++; at < text.length() && Character.isDigit(text.charAt(at)); at++) {
            index = index * 10 + text.charAt(at) - '0';
        }
        return index;
    }

    private static String id(String phase, int index) {
        return phase + "-" + index;
    }

    private static Profile profile(String traffic) {
        return switch (traffic) {
            case "benign", "typical" -> Profile.BENIGN;
            case "attack" -> Profile.ATTACKS;
            default -> Profile.DEMO;
        };
    }
}
