package ai.kongguard.training;

import ai.kongguard.detect.model.TypeWeights;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.traffic.GeneratedRequest;
import ai.kongguard.traffic.Profile;
import ai.kongguard.traffic.TrafficGenerator;
import ai.kongguard.traffic.Truth;
import java.util.ArrayList;
import java.util.List;

/** Labelled requests made by the traffic generator; the source names the family. */
final class Generated {

    static final String PREFIX = "generated/";

    /** Of a family that no model is trained on. */
    static final String RESERVED = "reserved/";

    private Generated() {}

    /** Whether a {@link Sources#collection collection} is what the generator makes. */
    static boolean isCollection(String collection) {
        return PREFIX.startsWith(collection + "/") || RESERVED.startsWith(collection + "/");
    }

    /** So many benign requests, and so many attacks of each type. */
    static List<LabelledRequest> requests(long seed, int benign, int attacksPerType) {
        List<LabelledRequest> requests = new ArrayList<>();
        TrafficGenerator calls = TrafficGenerator.of(seed, Profile.BENIGN);
        TrafficGenerator decoys = TrafficGenerator.of(seed, Profile.DECOYS);
        for (int i = 0; i < benign; i++) {
            requests.add(labelled(i % 3 == 0 ? decoys.next() : calls.next()));
        }
        for (ThreatType type : TypeWeights.TYPES) {
            TrafficGenerator attacks = TrafficGenerator.of(seed + type.ordinal(), Profile.attack(type));
            for (int i = 0; i < attacksPerType; i++) {
                requests.add(labelled(attacks.next()));
            }
        }
        return requests;
    }

    private static LabelledRequest labelled(GeneratedRequest request) {
        Truth truth = request.truth();
        String source = (truth.reserved() ? RESERVED : PREFIX) + truth.family();
        return new LabelledRequest(
                request.id(),
                source,
                truth.attack() ? truth.type() : ThreatType.NONE,
                TrafficEvent.ofRequest(
                        "labelled",
                        request.method(),
                        request.path(),
                        request.query(),
                        request.headers(),
                        request.body()));
    }
}
