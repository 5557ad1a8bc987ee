package ai.kongguard.training;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.traffic.PercentEncoding;
import ai.kongguard.traffic.benign.BenignText;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Copies of attacks with harmless prose around the payload, since collections hold payloads bare. */
final class Padded {

    private static final double SHARE = 0.35;
    private static final String PARAMETER = "q=";

    private Padded() {}

    /** The padded copies of those requests that carry nothing but the parameter q. */
    static List<LabelledRequest> of(List<LabelledRequest> requests, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledRequest> padded = new ArrayList<>();
        for (LabelledRequest request : requests) {
            String query = request.event().query();
            boolean bare = query.startsWith(PARAMETER) && query.indexOf('&') < 0;
            if (bare && request.isAttack() && request.isTyped() && random.nextDouble() < SHARE) {
                padded.add(new LabelledRequest(
                        request.id() + "-padded",
                        request.source(),
                        request.type(),
                        TrafficEvent.ofRequest(
                                "labelled",
                                request.event().method(),
                                request.event().path(),
                                pad(random, query.substring(PARAMETER.length())),
                                request.event().headers(),
                                null)));
            }
        }
        return padded;
    }

    private static String pad(SplittableRandom random, String payload) {
        String before = random.nextDouble() < 0.8 ? prose(random) + separator(random) : "";
        String after = random.nextDouble() < 0.6 ? separator(random) + prose(random) : "";
        return PARAMETER + before + payload + after;
    }

    private static String prose(SplittableRandom random) {
        String text = BenignText.value(random, BenignText.Kind.PROSE);
        return PercentEncoding.component(text.length() < 200 ? text : text.substring(0, 200));
    }

    private static String separator(SplittableRandom random) {
        return random.nextDouble() < 0.7 ? "%20" : "%0A%0A";
    }
}
